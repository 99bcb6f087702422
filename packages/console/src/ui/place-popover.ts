import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** Shows a popover below what opened it, or above where there is more room; gives back the way to stop following. */
export function placePopover(anchor: HTMLElement, popover: HTMLElement): () => void {
  popover.showPopover();
  return autoUpdate(anchor, popover, () => {
    void computePosition(anchor, popover, { strategy: 'fixed', placement: 'bottom-start', middleware: [offset(4), flip(), shift({ padding: 8 }), size({
      padding: 8,
      apply: ({ rects, availableHeight }) => {
        popover.style.setProperty('--width', `${rects.reference.width}px`);
        popover.style.setProperty('--room', `${Math.max(160, availableHeight)}px`);
      },
    })] }).then(({ x, y }) => {
      popover.style.setProperty('left', `${x}px`);
      popover.style.setProperty('top', `${y}px`);
    });
  });
}
