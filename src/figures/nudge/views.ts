import { format, formatCount } from '../../story/format.ts';
import type { Frame } from '../../story/frame.ts';
import { nudgeOf } from '../../story/nudge.ts';
import { circlePath } from '../layout/shapes.ts';
import type { Picture } from '../picture.ts';
import { lineAt, type Shape, type Text } from '../texts.ts';
import type { NudgeDials } from './dials.ts';
import type { Layout } from './layout.ts';
import { gapText, lensOn, type Lens, type Round, type Tip } from './lens.ts';
import type { Experiment } from './model.ts';

/** A lens: its glass and what is under that, what is seen through it, and what is over that. */
export interface View {
  readonly opacity: number;
  /** The edge of the glass. */
  readonly round: string;
  readonly under: Picture;
  readonly through: Picture;
  readonly over: Picture;
}

/** From the spot that a lens looks at, to the lens. */
export const beam = (from: Round, to: Round): readonly Shape[] => {
  const x = to.x - to.radius * 0.4;
  const reach = to.radius * 0.917;
  return [
    { look: 'spot', d: circlePath(from, from.radius) },
    {
      look: 'beam',
      d: `M${from.x} ${from.y - from.radius}L${x} ${to.y - reach}M${from.x} ${from.y + from.radius}L${x} ${to.y + reach}`,
    },
  ];
};

/** A lens with dots of a radius, px, of whose texts so much is seen, 0 to 1; the gap is drawn where it is spoken of. */
const viewOf = (
  { at, curve, line, now, promise, outcome }: Omit<Lens, 'now'> & Partial<Pick<Lens, 'now'>>,
  opacity: number,
  hasGap: boolean,
  dot: number,
  texts: readonly Text[],
  told: number,
  from?: Round,
): View => {
  const round = circlePath(at, at.radius);
  return {
    opacity,
    round,
    under: { lines: [...(from ? beam(from, at) : []), { look: 'glass', d: round }] },
    through: {
      lines: [
        ...(now ? [{ look: 'run', d: `M${now.x} ${now.y}H${outcome.x}V${outcome.y}` }] : []),
        { look: 'line', d: line },
        { look: 'curve', d: curve },
      ],
    },
    over: {
      lines: [
        ...(hasGap ? [{ look: 'gap', d: `M${promise.x} ${promise.y}V${outcome.y}` }] : []),
        ...(now ? [{ look: 'dot now', d: circlePath(now, dot) }] : []),
        { look: 'dot promise', d: circlePath(promise, dot) },
        { look: 'dot outcome', d: circlePath(outcome, dot * 0.74) },
        { look: 'rim', d: round },
      ],
      parts: [{ opacity: told, texts }],
    },
  };
};

/** A line with a number at its end. */
const numbered = (
  text: string,
  look: string,
  x: number,
  y: number,
  size: number,
  written: string,
  q: string,
  value: number,
): Text => ({ ...lineAt(text, look, x, y, size), parts: [{ text: written, look: 'number', q, value }] });

/** Around the lens on the tip: names stand on the side that the lines leave free, above the upper mark and below the lower. */
const tipWords = ({ nudge, write }: Experiment, tip: Tip, isWide: boolean): readonly Text[] => {
  const { at, times, promise, outcome } = tip;
  const { x, y, radius } = at;
  const size = isWide ? 14 : 12;
  const [upper, lower] = [y - radius - 10, y + radius + (isWide ? 20 : 15)];
  const isOver = outcome.y <= promise.y;
  const { gap } = nudge;
  const named = (name: 'outcome' | 'promise', tone: string, isUpper: boolean): Text =>
    numbered(
      `${name} `,
      `letter ${tone}`,
      x,
      isUpper ? upper : lower,
      size,
      write(nudge[name]),
      `nudge.${name}`,
      nudge[name],
    );
  return [
    gap > 0
      ? numbered('gap ', 'ink haloed', x, lower + size * 1.35, size, gapText(gap), 'nudge.gap', gap)
      : lineAt('no gap', 'ink haloed', x, y + radius * 0.5, size),
    ...(isWide && times >= 1.5
      ? [lineAt(`× ${formatCount(times)}`, 'letter', x - radius * 0.55, y + radius * 0.62, 12)]
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
  /** The two lines under a lens. */
  const under = ({ y, radius }: Round): number => y + radius + (isWide ? 24 : 18);
  const next = size * 1.4;
  const ratios = looks.slice(1).flatMap(({ gap, lens: { at } }, i): readonly Text[] => {
    const before = looks[i];
    if (!before || gap <= 0) return [];
    const ratio = before.gap / gap;
    const x = (before.lens.at.x + at.x) / 2;
    const y = under(lenses[0]);
    return [
      lineAt('÷ 10', 'letter', x, y, size),
      lineAt(`÷ ${format(ratio, ratio < 10 ? 1 : 0, 0)}`, 'letter', x, y + next, size),
    ];
  });
  const views = looks.flatMap(({ gap, epsilon, lens }, i) => {
    const opacity = i === 0 ? 1 : near;
    const { x } = lens.at;
    const y = under(lens.at);
    const name = isWide ? 'gap ' : '';
    const texts = [
      lineAt(`ε = ${format(epsilon, 5, 0)}`, 'letter', x, y, size),
      numbered(name, 'ink', x, y + next, size, gapText(gap), GAPS[i] ?? '', gap),
      ...(i === 0 ? ratios : []),
    ];
    return opacity > 0.01
      ? [viewOf(lens, opacity, near > 0 || i > 0, isWide ? 7 : 5.5, near > 0.5 ? texts : [], 2 * near - 1)]
      : [];
  });
  const tip = near < 0.5 ? looks[0]?.tip : undefined;
  if (tip) {
    const texts = tipWords(experiment, tip, isWide);
    views.push(viewOf(tip, 1 - 2 * near, nudge.gap > 0, isWide ? 8 : 6, texts, 1, tip.of));
  }
  return views;
};
