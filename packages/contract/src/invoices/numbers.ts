/** Free of zod: pages import it. */

/** `INV-2026-0042` from its series. */
export function numberFrom({ pattern, digits }: { readonly pattern: string; readonly digits: number }, year: number, count: number): string {
  return pattern.replaceAll('{year}', String(year)).replace('{number}', String(count).padStart(digits, '0'));
}
