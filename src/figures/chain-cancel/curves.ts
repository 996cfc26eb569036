import { formatGradient } from '../../story/format.ts';
import { loudestSquared } from '../../story/saturation.ts';
import type { Box, Point } from '../layout/shapes.ts';
import { baselineAt } from '../layout/type.ts';
import { polyline } from '../scale.ts';
import type { Text } from '../texts.ts';
import { earsPicture } from './ears.ts';
import { dotBox, labelIn, type Label } from './labels.ts';
import type { Layout } from './layout.ts';
import { curveOf, deltaAt, type Compared } from './model.ts';
import type { Part } from './part.ts';
import { held, tickTexts, upScale, zScale } from './plot.ts';

const pathOf = (places: readonly Point[]): string => polyline(places.map(({ x, y }) => [x, y]));

/** What reaches z under both losses, for every z that can be turned to, and where z stands. `drawn` is 1 once the curves are. */
export const curveParts = (at: Compared, layout: Layout, drawn: number): readonly Part[] => {
  const { plot, isLarge, isRoomy, type, axis } = layout;
  const { target } = at;
  const x = zScale(layout);
  const y = upScale(layout, -target, 1 - target);
  const placesOf = (loss: 'bce' | 'mse'): readonly Point[] =>
    curveOf(loss, target).map(([z, delta]) => ({ x: x(z), y: y(delta) }));
  const [squared, entropy] = [placesOf('mse'), placesOf('bce')];
  const hump = pathOf(squared);

  const side = target >= 0.5 ? -1 : 1;
  const reach = Math.max(target, 1 - target);
  const ears =
    isRoomy && plot.height > 220 ? { x: x(side < 0 ? 6 : -8.2), y: y(side * reach * 0.68) } : undefined;

  const spot = x(held(at.z));
  const radius = isLarge ? 6.5 : 5.5;
  const dots = [at.bce, at.mse].map((sent) => ({ sent, place: { x: spot, y: y(sent.op.value) } }));

  /** The numbers of both dots, then the names of both curves, each beside what it is of and on nothing. */
  const labels = (): { readonly leader: readonly Point[]; readonly texts: readonly Text[] } => {
    const taken: Box[] = [
      ...dots.map(({ place }) => dotBox(place, radius)),
      ...(ears ? [{ left: ears.x - 34, right: ears.x + 122, top: ears.y - 22, bottom: ears.y + 66 }] : []),
    ];
    const room = {
      left: plot.x + 3,
      right: plot.x + plot.width,
      top: plot.y + 3,
      bottom: Math.max(plot.y + plot.height, axis - (isLarge ? 18 : 14)),
    };
    const put = (ways: Label['lines'][], place: Point, hasLeader = false): Label | undefined => {
      const label = labelIn(
        { ways, size: type.text, at: place, hasLeader },
        { room, lines: [squared, entropy], taken, rods: [spot] },
      );
      if (label) taken.push(label.box);
      return label;
    };
    const rows = (label: Label | undefined, look: string): readonly Text[] =>
      label?.lines.map((text, i) => ({
        text,
        look: `haloed ${look}`,
        x: label.box.left,
        y: baselineAt(label.first + i * label.row, type.text),
        size: type.text,
      })) ?? [];
    const numbers = dots.flatMap(({ sent: { arithmetic, op, world }, place }) =>
      rows(put([[arithmetic.result]], place), 'number gradient').map((text) => ({
        ...text,
        world,
        q: world && op.id,
        value: world && op.value,
      })),
    );
    const loudest = loudestSquared(target);
    const most = deltaAt('mse', loudest, target);
    const limit = formatGradient(most, 3);
    const half = put(
      isRoomy
        ? [['half the squared error', `never beyond ${limit}`]]
        : [['half the squared error'], ['half the', 'squared error'], ['half the', 'squared', 'error']],
      { x: x(loudest), y: y(most * 0.7) },
      true,
    );
    const whole = put([['cross-entropy'], ['cross-', 'entropy']], {
      x: x(-side * 0.4),
      y: y(deltaAt('bce', -side * 0.4, target)),
    });
    const [name, ...under] = rows(half, 'gradient strong');
    return {
      leader: half?.leader ?? [],
      texts: [
        ...(name ? [name] : []),
        ...(isRoomy
          ? under.map((line) => ({
              ...line,
              text: 'never beyond ',
              look: 'haloed letter',
              parts: [{ text: limit, q: 'fact:squared-most', value: most }],
            }))
          : under),
        ...rows(whole, 'gradient strong'),
        ...numbers,
      ],
    };
  };
  const { leader, texts } = drawn === 1 ? labels() : { leader: [], texts: [] };
  return [
    {
      lines: [{ look: 'zero', d: `M${plot.x} ${y(0)}h${plot.width}` }],
      texts: tickTexts(layout, y, plot.height > 120 ? 3 : 2, 2),
    },
    {
      isCurtained: true,
      lines: [
        { look: 'hump', d: `${hump}V${y(0)}H${plot.x}Z` },
        { look: 'squared', d: hump },
        { look: 'entropy', d: pathOf(entropy) },
      ],
    },
    ...(ears ? [{ ...earsPicture(at, reach, ears), isHidden: true }] : []),
    {
      lines: [
        { look: 'rod', d: `M${spot} ${plot.y - 6}V${axis}` },
        { look: 'leader', d: pathOf(leader) },
      ],
      dots: dots.map(({ sent, place }) => ({ look: sent.loss, ...place, r: radius })),
      texts,
    },
  ];
};
