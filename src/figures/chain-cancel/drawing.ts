import { curveParts } from './curves.ts';
import { dialPicture } from './dial.ts';
import type { ChainCancelDials } from './dials.ts';
import { letterParts, numberPart } from './factors.ts';
import type { Layout } from './layout.ts';
import type { Compared } from './model.ts';
import type { Group, Part } from './part.ts';
import { headsOf } from './products.ts';
import { sigmoidPicture } from './sigmoid.ts';
import { slopeTable } from './slope-table.ts';

/** All of the figure but the handle over it. What is not there keeps its place, so that the rest stays the elements it is. */
export const groupsOf = (
  at: Compared,
  layout: Layout,
  { struck, second, plotted, tabled }: ChainCancelDials,
  hatch: string,
): readonly Group[] => {
  const group = (opacity: number, parts: () => readonly Part[]): Group => ({
    opacity,
    parts: opacity > 0 ? parts() : [],
  });
  return [
    group(layout.letters, () => letterParts(at.bce, layout.bce, layout, struck)),
    group(1, () => [numberPart(at.bce, at.target, layout.bce, layout, hatch)]),
    group(second * layout.letters, () => letterParts(at.mse, layout.mse, layout, 0)),
    group(second, () => [numberPart(at.mse, at.target, layout.mse, layout, hatch)]),
    group(1, () => [{ lines: [], texts: headsOf(at, layout) }]),
    group(1 - plotted, () => [sigmoidPicture(at, layout)]),
    group(plotted, () => curveParts(at, layout, plotted)),
    group(tabled, () => [slopeTable(at, layout)]),
    group(1, () => [dialPicture(at, layout)]),
  ];
};
