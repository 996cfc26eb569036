import { boxOfText, widthOf, type Anchor, type Box } from '@/figures/layout/index.ts';
import { overlap } from './drawn.ts';

/** A line of text of a drawing, with the box that it takes. */
export interface Placed {
  readonly text: string;
  readonly box: Box;
}

/** Every text of a drawing that stands at a place of its own; parts of it are read with it. */
export const textsIn = (html: string): readonly Placed[] =>
  [...html.matchAll(/<text\b([^>]*)>([^]*?)<\/text>/g)].map(([, attributes = '', inside = '']) => {
    const of = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    const text = inside
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll(/\s+/g, ' ')
      .trim();
    const [x, y, size] = ['(?<!-)x', '(?<!-)y', 'font-size'].map((name) => Number(of(name)));
    const middle = of('dominant-baseline') === 'central' ? y! : y! - 0.364 * size!;
    const anchor = (of('text-anchor') ?? 'start') as Anchor;
    return { text, box: boxOfText({ x: x!, y: middle }, widthOf(text, size!), size!, anchor) };
  });

/** What is wrong with the places of a drawing's texts: on one another, or past the edge of the box. */
export const misplaced = (html: string, [width, height]: readonly [number, number]): readonly string[] => {
  const texts = textsIn(html);
  return texts.flatMap(({ text, box }, i) => [
    ...(box.left < -1 || box.right > width + 1 || box.top < -1 || box.bottom > height + 1
      ? [`«${text}» is past the edge`]
      : []),
    ...texts
      .slice(i + 1)
      .flatMap((other) => (overlap(box, other.box) ? [`«${text}» on «${other.text}»`] : [])),
  ]);
};
