import type { Attachment } from 'svelte/attachments';

/** A number that is set by dragging its mark, or by keys while the mark has the focus. */
export interface Turned {
  readonly value: number;
  readonly range: readonly [low: number, high: number];
  /** Of one press of an arrow key; five times as much of a page key. */
  readonly step: number;
  /** The change for each px dragged to the right, or with a mouse upwards. */
  readonly perPx: number;
  /** Values are rounded to a multiple of this. */
  readonly grain?: number;
  readonly set: (value: number) => void;
  /** The gesture is over. */
  readonly release: () => void;
  /** Another number by a place in the window, where the mark lies on a scale: replaces `perPx`. */
  readonly at?: (x: number, y: number) => number;
}

/** So far a pointer may shake before it drags, in px. */
const SHAKE = 3;

const PAGE = 5;

const keyed = (key: string, { value, range: [low, high], step }: Turned): number | undefined => {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return value + step;
    case 'ArrowLeft':
    case 'ArrowDown':
      return value - step;
    case 'PageUp':
      return value + PAGE * step;
    case 'PageDown':
      return value - PAGE * step;
    case 'Home':
      return low;
    case 'End':
      return high;
    default:
      return undefined;
  }
};

const settled = (value: number, { range: [low, high], grain = 0.01 }: Turned): number => {
  const places = Math.max(0, Math.ceil(-Math.log10(grain)));
  const rounded = Number((Math.round(value / grain) * grain).toFixed(places));
  return Math.min(high, Math.max(low, rounded));
};

/**
 * Makes a mark a handle of the number that `of` gives. A finger drags it sideways, for up and down scrolls the page
 * (`touch-action: pan-y`, which in a drawing counts on the whole `svg` alone); where the browser takes the finger for a
 * scroll after all, the number is as it was. Keys turn a mark that can have the focus, or that is around what has it.
 */
export const turning =
  (of: () => Turned): Attachment<HTMLElement | SVGElement> =>
  (mark) => {
    const hasKeys = mark.tabIndex >= 0;
    let held:
      { readonly x: number; readonly y: number; readonly value: number; isDragging: boolean } | undefined;

    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      held = { x: event.clientX, y: event.clientY, value: of().value, isDragging: false };
      mark.setPointerCapture(event.pointerId);
      // A mouse would select what it is drawn over.
      event.preventDefault();
      if (hasKeys) mark.focus({ preventScroll: true });
    };
    const move = (event: PointerEvent): void => {
      if (!held) return;
      const isMouse = event.pointerType === 'mouse';
      const [dx, up] = [event.clientX - held.x, held.y - event.clientY];
      const dy = isMouse ? up : 0;
      held.isDragging ||= Math.hypot(dx, dy) > SHAKE && (isMouse || Math.abs(dx) > Math.abs(up));
      if (!held.isDragging) return;
      const turned = of();
      const value = turned.at?.(event.clientX, event.clientY) ?? held.value + (dx + dy) * turned.perPx;
      turned.set(settled(value, turned));
    };
    const up = (): void => {
      if (!held) return;
      const { isDragging } = held;
      held = undefined;
      if (isDragging) of().release();
    };
    const cancel = (): void => {
      if (held?.isDragging) of().set(held.value);
      up();
    };
    const press = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const turned = of();
      const value = keyed(event.key, turned);
      if (value === undefined) return;
      event.preventDefault();
      turned.set(settled(value, turned));
    };
    const blurred = (): void => of().release();

    const listeners: readonly (readonly [string, EventListener])[] = [
      ['pointerdown', down as EventListener],
      ['pointermove', move as EventListener],
      ['pointerup', up],
      ['pointercancel', cancel],
      ['keydown', press as EventListener],
      // A path that listens for it could have the focus, in some browsers.
      ...(hasKeys || mark instanceof HTMLElement ? ([['focusout', blurred]] as const) : []),
    ];
    for (const [name, listener] of listeners) mark.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of listeners) mark.removeEventListener(name, listener);
    };
  };
