/** Where an arrow key leads among the times: by reading order sideways, by what is seen up and down. */
export function timeAfterKey(times: readonly HTMLElement[], from: HTMLElement, key: string, isRtl: boolean): HTMLElement | undefined {
  const at = times.indexOf(from);
  const forward = isRtl ? -1 : 1;
  if (key === 'Home') return times[0];
  if (key === 'End') return times.at(-1);
  if (key === 'ArrowRight') return times[at + forward];
  if (key === 'ArrowLeft') return times[at - forward];
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  const here = from.getBoundingClientRect();
  const down = key === 'ArrowDown' ? 1 : -1;
  const away = times.map((time) => ({ time, box: time.getBoundingClientRect() }))
    .filter(({ box }) => (box.top - here.top) * down > here.height / 2);
  const distance = ({ box }: (typeof away)[number]): number => Math.abs(box.top - here.top) * 1000 + Math.abs(box.left - here.left);
  return away.sort((one, other) => distance(one) - distance(other))[0]?.time;
}
