import { gateDrawing } from '../../figures/gates/network.ts';
import { boxOf } from '../../story/gates/box.ts';
import { GATES } from '../../story/gates/settings.ts';
import { fallbacksOf } from '../../story/table.ts';
import { STILL_WIDTHS, type Shapes } from './widths.ts';

/** The glass box as it comes. */
export const box = boxOf(fallbacksOf(GATES));

/** Its network at both widths. */
export const drawings = {
  narrow: gateDrawing(box, STILL_WIDTHS.narrow),
  wide: gateDrawing(box, STILL_WIDTHS.wide),
};
export const shapes: Shapes = {
  narrow: [drawings.narrow.width, drawings.narrow.geometry.height],
  wide: [drawings.wide.width, drawings.wide.geometry.height],
};
