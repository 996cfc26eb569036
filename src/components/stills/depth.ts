import { frameOf } from '../../figures/depth/frame.ts';
import { DEPTH } from '../../story/depth/settings.ts';
import { sidesOf } from '../../story/depth/side.ts';
import { fallbacksOf } from '../../story/table.ts';
import { STILL_WIDTHS, type Shapes, type Width } from './widths.ts';

/** The depth lab as it comes. */
export const settings = fallbacksOf(DEPTH);
export const sides = sidesOf(settings);

const shapeAt = (width: Width): Shapes[Width] => {
  const frame = frameOf(sides, STILL_WIDTHS[width], false);
  return [frame.width, frame.height];
};
export const shapes: Shapes = { narrow: shapeAt('narrow'), wide: shapeAt('wide') };
