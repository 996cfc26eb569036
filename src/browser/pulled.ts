/** What is done while a mark of a drawing is pulled. */
export interface Pull {
  /** Called for every place, in the px of the drawing. */
  readonly move: (x: number, y: number) => void;
  /** Called when it is let go of. */
  readonly drop: () => void;
  /** Called instead where it turns out that the finger scrolls the page. */
  readonly giveBack?: () => void;
  /** Whether it is taken hold of at all. */
  readonly take?: (event: PointerEvent) => boolean;
}

/** The place of a pointer in the px of the drawing that a mark is in; undefined where it is not laid out. */
export const placeIn = (
  mark: SVGElement,
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
): DOMPoint | undefined => {
  const matrix = mark.ownerSVGElement?.getScreenCTM();
  return matrix ? new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse()) : undefined;
};

/** A mark of a drawing that is pulled by pointer or finger. */
export const pulled =
  ({ move, drop, giveBack = drop, take = () => true }: Pull) =>
  (mark: SVGElement): (() => void) => {
    let pointer: number | undefined;
    const follow = (event: PointerEvent): void => {
      const place = event.pointerId === pointer ? placeIn(mark, event) : undefined;
      if (place) move(place.x, place.y);
    };
    const ends = (over: () => void) => (event: PointerEvent) => {
      if (event.pointerId !== pointer) return;
      pointer = undefined;
      over();
    };
    const begins = (event: PointerEvent): void => {
      if (event.button !== 0 || !take(event)) return;
      pointer = event.pointerId;
      mark.setPointerCapture(event.pointerId);
      // A drag that begins here selects no text.
      event.preventDefault();
      follow(event);
    };
    const listening = new AbortController();
    const { signal } = listening;
    mark.addEventListener('pointerdown', begins, { signal });
    mark.addEventListener('pointermove', follow, { signal });
    mark.addEventListener('pointerup', ends(drop), { signal });
    mark.addEventListener('pointercancel', ends(giveBack), { signal });
    return () => listening.abort();
  };
