import { isOver, part } from './find-parts.ts';

/** Where an open panel should be and is not; nothing when it lies beside its anchor and can be seen whole. */
export function misplaced(anchorSelector: string): string[] {
  const anchor = part('portal-bookings', anchorSelector);
  const panel = part('portal-bookings', '[part~="popover"]') ?? part('portal-bookings', '#choices, #zones');
  if (!anchor || !panel) return [`${anchor ? 'no panel' : 'no anchor'} for ${anchorSelector}`];
  const [from, box] = [anchor.getBoundingClientRect(), panel.getBoundingClientRect()];
  const found: string[] = [];
  // In place, as part of the page, it lies where the page puts it.
  const isFloating = panel.matches('[popover]');
  if (isFloating) {
    if (!panel.matches(':popover-open')) found.push('not in the top layer');
    const gap = Math.min(Math.abs(box.top - from.bottom), Math.abs(from.top - box.bottom));
    if (gap > 8) found.push(`${gap.toFixed(0)} px away from its anchor`);
    // It starts where its anchor starts, ends where it ends, or was pushed in at the edge of the window.
    const aside = Math.min(Math.abs(box.left - from.left), Math.abs(box.right - from.right), Math.abs(box.left), Math.abs(innerWidth - box.right));
    if (aside > 9) found.push(`${aside.toFixed(0)} px beside its anchor`);
  }
  if (box.width < 120 || box.height < 40) found.push(`only ${box.width.toFixed(0)} × ${box.height.toFixed(0)} px`);
  if (box.left < -1 || box.right > innerWidth + 1) found.push('sticks out of the window');
  const inset = isFloating ? 6 : Math.min(box.width, box.height) / 2;
  for (const [x, y] of [[box.left + inset, box.top + inset], [box.right - inset, box.top + inset], [box.left + inset, box.bottom - inset], [box.right - inset, box.bottom - inset]] as const) {
    if (y > 0 && y < innerHeight && !isOver(panel, x, y)) found.push(`hidden at ${x.toFixed(0)}, ${y.toFixed(0)}`);
  }
  return found;
}
