import { boxOfText, shared, widthOf, type Box, type Point } from '../layout/index.ts';

/** Where a name may be, and what it may not be past. */
interface Room extends Box {
  readonly size: number;
}

/** The name of a dot, or the names of those that share its place. */
export interface Name {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

const ASIDE = 11;

/** Names beside dots, each under its dot to the right or above it to the left; one that finds no room is left out. */
export const namesFor = (
  dots: readonly (Point & { readonly text: string })[],
  { size, ...room }: Room,
): readonly Name[] => {
  const places = dots
    .toSorted((a, b) => a.x - b.x)
    .reduce<readonly (Point & { readonly texts: readonly string[] })[]>((found, { x, y, text }) => {
      const near = found.find((one) => Math.max(Math.abs(one.x - x), Math.abs(one.y - y)) < size * 1.3);
      return near
        ? found.map((one) => (one === near ? { ...one, texts: [...one.texts, text] } : one))
        : [...found, { x, y, texts: [text] }];
    }, []);
  return places.reduce<readonly (Name & { readonly box: Box })[]>((placed, { x, y, texts }) => {
    const text = texts.join(' ');
    const beside = (anchor: Name['anchor']) => {
      const at = {
        x: x + (anchor === 'start' ? ASIDE : -ASIDE),
        y: y + (anchor === 'start' ? size * 1.05 : -size * 0.55),
      };
      // The middle of the letters lies so far above the line that they stand on.
      const middle = { x: at.x, y: at.y - 0.364 * size };
      return { text, ...at, anchor, box: boxOfText(middle, widthOf(text, size), size, anchor) };
    };
    const free = [beside('start'), beside('end')].find(
      ({ box }) =>
        box.left >= room.left &&
        box.right <= room.right &&
        box.top >= room.top &&
        box.bottom <= room.bottom &&
        placed.every((other) => shared(other.box, box) === 0),
    );
    return free ? [...placed, free] : placed;
  }, []);
};
