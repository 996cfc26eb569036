import { format, formatCount } from '../../story/format.ts';
import type { Frame } from '../../story/frame.ts';
import { nudgeOf } from '../../story/nudge.ts';
import type { Text } from '../texts.ts';
import type { NudgeDials } from './dials.ts';
import type { Layout } from './layout.ts';
import { gapText, lensOn, type Lens, type Round, type Tip } from './lens.ts';
import type { Experiment } from './model.ts';

/** A lens, and what is said of it. */
export interface View {
  readonly lens: Omit<Lens, 'now'> & { readonly now?: Lens['now'] };
  readonly opacity: number;
  /** What it looks at, where a beam leads from that to the lens. */
  readonly from?: Round;
  /** Whether promise and outcome are joined. */
  readonly hasGap: boolean;
  /** Radius of the dots, in px. */
  readonly dot: number;
  readonly texts: readonly Text[];
  /** How much of the texts is seen, 0 to 1. */
  readonly told: number;
}

const middle = { anchor: 'middle' } as const;

/** The name of the gap and how wide it is. */
const gapWords = (
  name: string,
  look: string,
  q: string,
  value: number,
): Pick<Text, 'text' | 'look' | 'parts'> => ({
  text: name,
  look,
  parts: [{ text: gapText(value), look: 'number', q, value }],
});

/** Around the lens on the tip: names stand on the side that the lines leave free, above the upper mark and below the lower. */
const tipWords = ({ nudge, write }: Experiment, tip: Tip, isWide: boolean): readonly Text[] => {
  const { at, times, promise, outcome } = tip;
  const { x, y, radius } = at;
  const size = isWide ? 14 : 12;
  const [upper, lower] = [y - radius - 10, y + radius + (isWide ? 20 : 15)];
  const isOver = outcome.y <= promise.y;
  const named = (name: 'outcome' | 'promise', tone: string, isUpper: boolean): Text => ({
    text: `${name} `,
    look: `letter ${tone}`,
    x,
    y: isUpper ? upper : lower,
    size,
    parts: [{ text: write(nudge[name]), look: 'number', q: `nudge.${name}`, value: nudge[name] }],
    ...middle,
  });
  return [
    nudge.gap > 0
      ? {
          ...gapWords('gap ', 'ink haloed', 'nudge.gap', nudge.gap),
          x,
          y: lower + size * 1.35,
          size,
          ...middle,
        }
      : { text: 'no gap', look: 'ink haloed', x, y: y + radius * 0.5, size, ...middle },
    ...(isWide && times >= 1.5
      ? [{ text: `× ${formatCount(times)}`, x: x - radius * 0.55, y: y + radius * 0.62, size: 12, ...middle }]
      : []),
    named('outcome', 'loss', isOver),
    named('promise', 'gradient', !isOver),
  ];
};

/** What the lenses beside one another are called: the first, and those that look ten and a hundred times nearer. */
const GAPS = ['nudge.gap', 'nudge.gap-tenth', 'nudge.gap-hundredth'];

/** The lenses that are open: the one on the nudge, the nearer ones, and the one on the tip of the first. */
export const viewsOf = (
  { run, step, dials: { near } }: Frame<NudgeDials>,
  experiment: Experiment,
  { isWide, type, lenses, tip: tipAt }: Layout,
): readonly View[] => {
  const { nudge } = experiment;
  const size = type.letter;
  const looks = lenses.map((at, i) => {
    const one = i === 0 ? nudge : nudgeOf(run, step, nudge.parameter, nudge.epsilon / 10 ** i);
    const { gap, epsilon } = one;
    return { gap, epsilon, ...lensOn(run, step, one, at, i === 0 ? tipAt : undefined) };
  });
  /** The upper of two lines under a lens. */
  const under = ({ y, radius }: Round): number => y + radius + (isWide ? 24 : 18);
  const ratios = looks.slice(1).flatMap(({ gap, lens: { at } }, i): readonly Text[] => {
    const before = looks[i];
    if (!before || gap <= 0) return [];
    const ratio = before.gap / gap;
    const x = (before.lens.at.x + at.x) / 2;
    const y = under(lenses[0]);
    return [
      { text: '÷ 10', x, y, size, ...middle },
      { text: `÷ ${format(ratio, ratio < 10 ? 1 : 0, 0)}`, x, y: y + size * 1.4, size, ...middle },
    ];
  });
  const views = looks.map(({ gap, epsilon, lens }, i): View => {
    const { x } = lens.at;
    const y = under(lens.at);
    return {
      lens,
      opacity: i === 0 ? 1 : near,
      hasGap: i > 0 || near > 0,
      dot: isWide ? 7 : 5.5,
      texts:
        near > 0.5
          ? [
              { text: `ε = ${format(epsilon, 5, 0)}`, x, y, size, ...middle },
              {
                ...gapWords(isWide ? 'gap ' : '', 'ink', GAPS[i] ?? '', gap),
                x,
                y: y + size * 1.4,
                size,
                ...middle,
              },
              ...(i === 0 ? ratios : []),
            ]
          : [],
      told: 2 * near - 1,
    };
  });
  const tip = near < 0.5 ? looks[0]?.tip : undefined;
  return [
    ...views.filter(({ opacity }) => opacity > 0.01),
    ...(tip
      ? [
          {
            lens: tip,
            opacity: 1 - 2 * near,
            from: tip.of,
            hasGap: nudge.gap > 0,
            dot: isWide ? 8 : 6,
            texts: tipWords(experiment, tip, isWide),
            told: 1,
          },
        ]
      : []),
  ];
};
