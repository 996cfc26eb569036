import { PARAMETERS } from '../../story/essay.ts';
import { pathOf, pointOn, type Curve } from '../layout/shapes.ts';
import type { Layout } from './layout.ts';
import { capsule, disc, type Mark } from './mark.ts';
import type { View } from './model.ts';
import { valueAt } from './value.ts';

/** What glows under the line that is lit. */
export const glowOf = (line: Curve): readonly Mark[] =>
  ['glow far', 'glow'].map((look) => ({ look, d: pathOf(line) }));

/** What a line is held by; with the number of the dial that is `lit`, on a plate. */
export const handleMarks = (
  g: Layout,
  { all }: View,
  line: Curve,
  lit: number | undefined,
): readonly Mark[] => {
  const isWide = g.name === 'wide';
  const grip = pointOn(line, 0.5);
  const { x, y } = grip;
  const plate = { x, y: y + (isWide ? 34 : 24), size: g.type };
  return [
    { look: 'grip', d: disc(grip, isWide ? 12 : 9) },
    {
      look: 'chevrons',
      d: isWide
        ? `M${x - 4} ${y - 2.5}l4-4l4 4m-8 5l4 4l4-4`
        : `M${x - 2} ${y - 3.5}l-3.5 3.5l3.5 3.5m4-7l3.5 3.5l-3.5 3.5`,
    },
    ...(lit === undefined
      ? []
      : [
          { look: 'plate', d: isWide ? capsule(plate, 62, 26) : capsule(plate, 50, 22) },
          valueAt(all, PARAMETERS[lit] ?? '', plate, 'on-plate'),
        ]),
  ];
};
