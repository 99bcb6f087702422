const keyOf = (id: string): string => `portico-held-${id}`;
const payingKey = 'portico-paying';

/** Leaves to pay. A guest's key stays in this tab: the address that the provider sends people back to carries none. */
export function keepLink(id: string, linkToken: string | undefined): void {
  tried(() => {
    sessionStorage.setItem(payingKey, id);
    if (linkToken) sessionStorage.setItem(keyOf(id), linkToken);
  });
}

export const keptLink = (id: string): string | undefined => tried(() => sessionStorage.getItem(keyOf(id))) ?? undefined;

/** Somebody left this tab to pay for it, and has not been told yet what came of it. */
export const isPaying = (id: string): boolean => tried(() => sessionStorage.getItem(payingKey)) === id;

export function forgetPaying(): void {
  tried(() => sessionStorage.removeItem(payingKey));
}

/** A page without storage: once it is paid, the mail's link opens it. */
function tried<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
