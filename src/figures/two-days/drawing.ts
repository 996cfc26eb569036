import { barRowOf, type BarRow } from './bars.ts';
import { blockIn } from './block.ts';
import { captionIn } from './caption.ts';
import { dayLineIn } from './day-line.ts';
import type { TwoDaysDials } from './dials.ts';
import { layoutOf, type Layout } from './layout.ts';
import { daysOf, groupsOf, peakOf, type Day, type View } from './model.ts';
import { networkIn } from './network.ts';
import { runPanelIn } from './panel.ts';
import type { Part } from './part.ts';
import type { Store } from './store.ts';

/** All of the figure, part by part, and where each parameter can be chosen. */
export interface Drawing extends Pick<BarRow, 'places'> {
  readonly parts: readonly Part[];
}

/** What is not there keeps its place, so that the rest stays the elements it is. */
const NOTHING: Part = { shapes: [], texts: [] };

/** Between the two networks. */
const APART = 30;

const rowsIn = (view: View, layout: Layout): readonly BarRow[] => {
  const groups = groupsOf(view);
  const peak = peakOf(view);
  const isWhole = layout.barRows.length === 1;
  return layout.barRows.map((box, i) =>
    barRowOf({
      // In two rows the first two units stand above the rest.
      groups: isWhole ? groups : i === 0 ? groups.slice(0, 2) : groups.slice(2),
      box,
      peak,
      fill: isWhole ? view.run.parameters.length : 8,
      chosen: view.chosen,
      sizes: view.run.world.sizes,
      layout,
    }),
  );
};

/** The two halves of the store's table: the second comes in as it is told of. */
const storeIn = (
  store: Store,
  { panel, line: height, size: { text: size }, isWide, isBeside }: Layout,
  dials: TwoDaysDials,
  width: number,
): readonly Part[] => {
  const { within, between } = store;
  const come = Math.min(1, dials.clear * 4);
  const first = blockIn(
    within,
    store,
    { ...panel, width: isBeside ? width - (width * 0.45 + 16) * come : width },
    {
      height,
      size,
      labels: isWide ? 190 - 48 * come : 142,
      told: Math.round(dials.store * within.rows.length),
    },
  );
  if (dials.clear === 0) return [first];
  const second = blockIn(
    between,
    store,
    isBeside
      ? { ...panel, x: width * 0.55 + 20, width: width * 0.45 - 20 }
      : { ...panel, y: panel.y + height * 6.4, width },
    { height, size, labels: isWide ? 106 : 142, told: Math.round(dials.clear * between.rows.length) },
  );
  return [first, second];
};

const panelsIn = (
  view: View,
  days: readonly Day[],
  store: Store | undefined,
  layout: Layout,
  dials: TwoDaysDials,
  width: number,
): readonly Part[] => {
  const { panel, size } = layout;
  if (store && panel.height > 40) return storeIn(store, layout, dials, width);
  return view.panel === 'run' && panel.height > 60 ? [runPanelIn(view, days, panel, size.text)] : [];
};

/** The figure in a box; `store` is what there is to tell of it. */
export const drawingOf = (
  view: View,
  store: Store | undefined,
  dials: TwoDaysDials,
  width: number,
  height: number,
): Drawing => {
  const layout = layoutOf(width, height, dials);
  const { daysBox, size } = layout;
  const days = daysOf(view);
  const half = (daysBox.width - (layout.isWide ? APART : 0)) / 2;
  const line = daysBox.height / days.length;
  const dayIn = (day: Day): Part => {
    if (layout.days === 'none') return NOTHING;
    return layout.days === 'drawn'
      ? networkIn(view, day, { ...daysBox, x: day.index * (half + APART), width: half }, size.number)
      : dayLineIn(view, day, { ...daysBox, y: daysBox.y + line * day.index, height: line }, size.number);
  };
  const rows = rowsIn(view, layout);
  return {
    parts: [
      ...days.map(dayIn),
      daysBox.height > 0 || layout.isWide ? captionIn(view, layout) : NOTHING,
      ...rows,
      ...panelsIn(view, days, store, layout, dials, width),
    ],
    places: rows.flatMap(({ places }) => places),
  };
};
