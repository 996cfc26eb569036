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
