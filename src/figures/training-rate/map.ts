import { at } from '../../engine/index.ts';
import { LEAST_RATE, MOST_RATE } from '../../story/essay.ts';
import { formatDecade } from '../../story/format.ts';
import type { Outcome } from '../../story/rates.ts';
import type { Axis } from '../axis.ts';
import { circlePath, held, rounded } from '../layout/shapes.ts';
import { LEAST_TYPE, widthOf } from '../layout/type.ts';
import type { Picture } from '../picture.ts';
import type { Text } from '../texts.ts';
import type { Box, Layout } from './layout.ts';
import { FLOOR, lookOf, mapRange, type Look, type RateModel } from './model.ts';
import { mapAxis, rateX } from './plot.ts';
import { etaText } from './words.ts';

const WORDS = { look: 'letter haloed', size: LEAST_TYPE };

/** From each run of the strip a line to its own dot on the map. */
const leaders = ({ presets }: RateModel, { columns, map }: Layout, y: Axis): string =>
  columns
    .map(({ index, box }) => {
      const { eta, verdict } = at(presets, index);
      const [from, top] = [rounded(box.x + box.width / 2), rounded(box.y + box.height + 2)];
      const dot = { x: rateX(eta, map), y: rounded(y.place(verdict.lastLoss)) };
      const middle = rounded((top + Math.max(dot.y - 8, top + 20)) / 2);
      return `M${from} ${top}C${from} ${middle} ${dot.x} ${middle} ${dot.x} ${rounded(dot.y - 8)}${circlePath(dot, 7.5)}`;
    })
    .join('');

/** What every rate's run has left, as a dot whose form says what became of its units. */
const dotsPicture = (outcomes: readonly Outcome[], box: Box, y: Axis): Picture => {
  const isSmall = box.height < 90;
  const dots = outcomes.map((outcome) => ({
    x: rateX(outcome.eta, box),
    y: rounded(y.place(outcome.verdict.lastLoss)),
    look: lookOf(outcome),
  }));
  const marks = (name: string, look: Look, draw: (x: number, y: number) => string) => ({
    look: isSmall ? `${name} small` : name,
    d: dots.map((dot) => (dot.look === look ? draw(dot.x, dot.y) : '')).join(''),
  });
  const round = (x: number, y: number): string => `M${x} ${y}h0`;
  const half = isSmall ? 4 : 6;

  /** A word over or under the dots of a kind, where there are enough of them to carry it. */
  const named = (look: Look, text: string): readonly Text[] => {
    const own = dots.filter((dot) => dot.look === look);
    const [from, to] = [own[0], own.at(-1)];
    if (!from || !to || own.length < 4 || isSmall) return [];
    const wide = widthOf(text, LEAST_TYPE) / 2;
    const heights = own.map((dot) => dot.y);
    const below = Math.max(...heights) + 18;
    return [
      {
        ...WORDS,
        text,
        x: held((from.x + to.x) / 2, box.x + wide, box.x + box.width - wide),
        y: below < box.y + box.height - 24 ? below : Math.min(...heights) - 10,
        anchor: 'middle',
      },
    ];
  };
  const dead = named('dead', 'no unit open');
  const swings = named('swings', 'swings').map((word) =>
    dead.some(({ x }) => Math.abs(word.x - x) < 64) ? { ...word, y: word.y + 14 } : word,
  );
  const isLow = !isSmall && outcomes.some(({ verdict }) => verdict.lastLoss < FLOOR);
  return {
    lines: [
      marks('alive', 'alive', round),
      marks('rim', 'dead', round),
      marks('hole', 'dead', round),
      marks('swing', 'swings', (x, y) => `M${x} ${rounded(y - half)}v${2 * half}`),
      marks('cut', 'cut', (x, y) => `M${rounded(x - 3)} ${rounded(y - 3)}l6 6m0 -6l-6 6`),
    ],
    texts: [
      ...(isLow
        ? [
            {
              ...WORDS,
              text: `less than ${formatDecade(-9)}`,
              x: box.x + box.width,
              y: y.place(FLOOR) - 12,
              anchor: 'end' as const,
            },
          ]
        : []),
      ...dead,
      ...swings,
    ],
  };
};

/**
 * The dial is a map: at every rate, the loss that its run has left. And over it the dot of the rate that is chosen.
 */
export const mapPictures = (
  model: RateModel,
  outcomes: readonly Outcome[],
  layout: Layout,
): readonly Picture[] => {
  const { isFull, map: box } = layout;
  const y = mapAxis(mapRange(model, outcomes), box);
  const x = (eta: number): number => rateX(eta, box);
  const coin = rounded(y.place(Math.LN2));
  const bottom = rounded(box.y + box.height);
  const across = (height: number): string => `M${rounded(box.x)} ${height}h${rounded(box.width)}`;
  const ticks = [0.001, 0.01, 0.1, 1, 10, 30].filter((tick) => tick !== 10 || box.width > 220);
  const dots = dotsPicture(outcomes, box, y);
  const here = { x: x(model.eta), y: y.place(model.live.verdict.lastLoss) };
  return [
    {
      lines: [
        { look: 'leaders', d: isFull ? leaders(model, layout, y) : '' },
        { look: 'level', d: across(coin) },
        // Under the words, which it would strike out.
        { look: 'hand', d: `M${here.x} ${rounded(box.y)}V${bottom}` },
        { look: 'axis', d: across(bottom) + ticks.map((tick) => `M${x(tick)} ${bottom - 4}v8`).join('') },
        ...(dots.lines ?? []),
      ],
      texts: [
        ...(dots.texts ?? []),
        { text: 'ln 2', look: 'letter loss haloed', x: box.x, y: coin - 5, size: LEAST_TYPE },
        ...ticks.map((tick): Text => ({
          text: etaText(tick),
          x: x(tick),
          y: bottom + 17,
          size: LEAST_TYPE,
          anchor: tick === LEAST_RATE ? 'start' : tick === MOST_RATE ? 'end' : 'middle',
        })),
        {
          ...WORDS,
          text: `loss left after the run${isFull ? ', at every rate' : ''}`,
          x: box.x,
          y: bottom - 9,
        },
      ],
    },
    { lines: [{ look: 'here', d: circlePath(here, 5) }] },
  ];
};
