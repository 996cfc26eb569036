import type { Pull } from './pulled.ts';

/**
 * A pull that a finger begins by going sideways: one that goes up or down scrolls the page and pulls nothing, and a tap counts
 * when it is over. Any other pointer pulls from the moment it is put down.
 */
export const sideways = ({ move, drop, giveBack = drop, take = () => true }: Pull): Pull => {
  /** Whether it is still open which way a finger goes, and where it was put. */
  let isOpen = false;
  let from: { readonly x: number; readonly y: number } | undefined;
  const begin = (): void => {
    isOpen = false;
    if (from) move(from.x, from.y);
  };
  return {
    take: (event) => {
      isOpen = event.pointerType === 'touch';
      from = undefined;
      return take(event);
    },
    move: (x, y) => {
      if (isOpen) {
        from ??= { x, y };
        if (Math.abs(x - from.x) <= Math.abs(y - from.y)) return;
        begin();
      }
      move(x, y);
    },
    drop: () => {
      if (isOpen) begin();
      drop();
    },
    giveBack: () => {
      if (!isOpen) giveBack();
    },
  };
};
