import { BUGS } from '../../story/bugs/settings.ts';
import { viewOf } from '../../story/bugs/view.ts';
import { fallbacksOf } from '../../story/table.ts';
import { STILL_WIDTHS, type Shapes } from './widths.ts';

/** The first case of the hunt. */
export const settings = fallbacksOf(BUGS);
export const view = viewOf(settings);

/** Where there is room, the check and beside it the network, in halves with a gap; on a phone the check alone. px. */
const GAP = 20;
const HEIGHT = 290;
export const boxes = {
  half: { width: (STILL_WIDTHS.wide - GAP) / 2, height: HEIGHT },
  alone: { width: STILL_WIDTHS.narrow, height: 300 },
};
export const shapes: Shapes = {
  narrow: [boxes.alone.width, boxes.alone.height],
  wide: [STILL_WIDTHS.wide, HEIGHT],
};
