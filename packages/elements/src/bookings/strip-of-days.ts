const shown = new WeakMap<ParentNode, string>();

/** Brings the chosen day into a strip that is wider than the element, without moving the page. */
export function showDay(root: ParentNode, date: string | undefined): void {
  const strip = root.querySelector<HTMLElement>('.strip');
  const day = date && strip?.querySelector<HTMLElement>(`[data-date="${date}"]`);
  if (!strip || !day || shown.get(root) === date) return;
  shown.set(root, date);
  if (strip.scrollWidth <= strip.clientWidth) return;
  const [frame, cell] = [strip.getBoundingClientRect(), day.getBoundingClientRect()];
  if (cell.left >= frame.left && cell.right <= frame.right) return;
  strip.scrollBy({ left: cell.left - frame.left - (frame.width - cell.width) / 2 });
}
