import type { NumberElement } from './numbers.ts';

// One number may stand in several places: in a sentence, in the figure beside it, in a table. Where it is pointed at or
// has the focus, all of them are lit. They are found by a style sheet of one rule, so no element is touched for it.

/** A wash for a number among words, the same as a rim for one in a drawing. */
const GLOW = 'color-mix(in oklab, var(--select) 20%, transparent)';
const RIM = 'color-mix(in oklab, var(--select) 35%, transparent)';

/** Selects a number wherever it stands: of the same name and, so that it is of the same network and step, the same value. */
export const twinsOf = ({ dataset: { q, value } }: Pick<NumberElement, 'dataset'>): string | undefined =>
  q === undefined || value === undefined
    ? undefined
    : `[data-q="${CSS.escape(q)}"][data-value="${CSS.escape(value)}"]`;

/** Lights a number and its twins, and no other any more. Returns nothing to undo but by `light(undefined)`. */
export const lighter = (): ((number: NumberElement | undefined) => void) => {
  const sheet = new CSSStyleSheet();
  let shown: string | undefined;
  document.adoptedStyleSheets.push(sheet);
  return (number) => {
    const twins = number && twinsOf(number);
    if (twins === shown) return;
    shown = twins;
    sheet.replaceSync(
      twins === undefined
        ? ''
        : `${twins}{background:${GLOW};border-radius:.2em;box-shadow:0 0 0 .15em ${GLOW}}
svg ${twins}{paint-order:stroke;stroke:${RIM};stroke-width:5px;stroke-linejoin:round}`,
    );
  };
};
