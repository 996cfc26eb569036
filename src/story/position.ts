/** Where a prose step stands in the document, in px from its top. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Where a line at height `y` of the document stands among `spans` (in reading order): i + t is a fraction t through span
 * i; before the first it is 0; between two, the first is complete; after the last it is their number.
 */
export const positionAt = (spans: readonly Span[], y: number): number => {
  const index = spans.findLastIndex(({ top }) => top <= y);
  const span = spans[index];
  if (!span) return 0;
  const height = span.bottom - span.top;
  return index + (height > 0 ? Math.min(1, (y - span.top) / height) : 1);
};

/** The height of the document that stands at `position` among `spans`: the other way round. */
export const heightAt = (spans: readonly Span[], position: number): number => {
  const index = Math.min(Math.max(0, Math.floor(position)), spans.length - 1);
  const span = spans[index];
  if (!span) return 0;
  return span.top + Math.min(1, position - index) * (span.bottom - span.top);
};

/** A place in the text, as a share of what it is in: of a span, or of the room between it and the next. */
export interface Held {
  readonly index: number;
  readonly isBetween: boolean;
  readonly share: number;
}

/** What `held` is in, from where to where. */
const roomOf = (spans: readonly Span[], { index, isBetween }: Held): Span | undefined => {
  const span = spans[index];
  if (!span || !isBetween) return span;
  return { top: span.bottom, bottom: spans[index + 1]?.top ?? span.bottom };
};

/** Where a height of the document is among `spans`; undefined before the first, and after the last. */
export const heldAt = (spans: readonly Span[], y: number): Held | undefined => {
  const index = spans.findLastIndex(({ top }) => top <= y);
  const span = spans[index];
  if (!span || (index === spans.length - 1 && y > span.bottom)) return undefined;
  const isBetween = y > span.bottom;
  const room = roomOf(spans, { index, isBetween, share: 0 }) ?? span;
  const height = room.bottom - room.top;
  return { index, isBetween, share: height > 0 ? (y - room.top) / height : 0 };
};

/** The height of the document that is held: the other way round, wherever the spans are now. */
export const heightHeld = (spans: readonly Span[], held: Held): number => {
  const room = roomOf(spans, held);
  return room ? room.top + held.share * (room.bottom - room.top) : 0;
};
