import { frameOf } from '../../figures/depth/frame.ts';
import { DEPTH } from '../../story/depth/settings.ts';
import { sidesOf } from '../../story/depth/side.ts';
import { fallbacksOf } from '../../story/table.ts';

/** A phone's. */
export const STILL_WIDTH = 350;

/** The shape of the lab's still. */
export const stillBox = (): string => {
  const { width, height } = frameOf(sidesOf(fallbacksOf(DEPTH)), STILL_WIDTH, false);
  return `0 0 ${width} ${height}`;
};
