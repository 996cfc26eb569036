import { LEAST_TYPE } from '../layout/type.ts';
import type { Picture } from '../picture.ts';
import { labelsOf, stepX } from './chart.ts';
import { daysPanel } from './days.ts';
import type { SilenceDials } from './dials.ts';
import { layoutOf, type Layout } from './layout.ts';
import { leakPanel } from './leak.ts';
import type { SilenceModel } from './model.ts';
import { stripsOf } from './strips.ts';
import { sumsOf } from './sums.ts';
import { wakePanel } from './wake.ts';
import { changeWords } from './words.ts';

/** All of the figure but the handle, which lies over the strips and under the panel. */
export interface Drawing {
  readonly layout: Layout;
  readonly chart: readonly Picture[];
  readonly strips: Picture;
  readonly panel: readonly Picture[];
  /** Where a step lies. */
  readonly x: (step: number) => number;
}

const PANELS = { none: () => [], days: daysPanel, wake: wakePanel, leak: leakPanel } as const;

/** The figure in a box. */
export const drawingOf = (
  model: SilenceModel,
  dials: SilenceDials,
  width: number,
  height: number,
): Drawing => {
  const changed = changeWords(model);
  // Once a unit has been woken, there is more to see on the chart than among the ways to do it.
  const panel = changed !== undefined && height < 400 && dials.panel !== 'leak' ? 'none' : dials.panel;
  const layout = layoutOf(width, height, { panel }, labelsOf(model, 13));
  const { chart, isWide, left, right, head, type } = layout;
  const x = stepX(model, left, right);
  const title: Picture = {
    lines: [],
    texts: [
      {
        text: isWide || !changed ? 'z of each hidden unit' : 'z',
        x: isWide ? left : 0,
        y: head,
        size: Math.max(LEAST_TYPE, type - 1),
        parts: changed ? [{ text: ', ' }, { text: changed, look: 'ink' }] : [],
      },
    ],
  };
  const hasOther = dials.panel === 'days' || dials.panel === 'wake';
  return {
    layout,
    chart: chart ? [title, ...sumsOf(model, layout, chart, dials)] : [],
    strips: stripsOf(model, layout, hasOther, x),
    panel: layout.panel ? PANELS[panel](model, layout.panel, isWide) : [],
    x,
  };
};
