// Runs in every page before anything else: notes when the first free time is painted, and what blocks and shifts.
globalThis.seen = { shown: 0, blocking: 0, shift: 0 };
new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) seen.blocking += Math.max(0, duration - 50); }).observe({ type: 'longtask', buffered: true });
new PerformanceObserver((list) => { for (const { value } of list.getEntries()) seen.shift += value; }).observe({ type: 'layout-shift', buffered: true });

const inside = (tag, selector) => document.querySelector(tag)?.shadowRoot?.querySelector(selector);
function look() {
  const found = document.querySelector('.free') ?? inside('portal-bookings', '.slot.free') ?? inside('bare-times', '.free');
  if (!found) requestAnimationFrame(look);
  else requestAnimationFrame(() => { seen.shown = performance.now(); });
}
requestAnimationFrame(look);
