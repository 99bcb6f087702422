import type { ByteRange } from '../effects/files/open-sealed.ts';

/**
 * `Range: bytes=…` of a file (RFC 9110, section 14): one range, or `all` where there is none, it is of another unit or
 * we are asked for several, which we may answer whole. `unsatisfiable`: it begins behind the end.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'all' | 'unsatisfiable' {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const [, from = '', to = ''] = asked ?? [];
  if (!asked || (from === '' && to === '')) return 'all';
  if (from === '') return Number(to) === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - Number(to)), end: size };
  if (to !== '' && Number(to) < Number(from)) return 'all';
  if (Number(from) >= size) return 'unsatisfiable';
  return { start: Number(from), end: to === '' ? size : Math.min(size, Number(to) + 1) };
}
