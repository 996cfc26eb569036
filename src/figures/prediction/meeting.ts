import { format, formatPercent } from '../../story/format.ts';
import { quantityOf, type Frame } from '../../story/frame.ts';
import { circlePath } from '../layout/shapes.ts';
import type { Anchor } from '../layout/type.ts';
import type { SignAt } from '../marks/weather.ts';
import type { Picture } from '../picture.ts';
import { lineAt, type Shape, type Text, type Words } from '../texts.ts';
import type { PredictionDials } from './dials.ts';
import type { Drawing, Scale01 } from './model.ts';

/** Where the prediction and its distance from the target are written beside the scale, `line` px apart at least. */
export const namesAt = (
  { at, zero }: Scale01,
  prediction: number,
  target: number,
  line: number,
): { readonly prediction: number; readonly error: number } => {
  const [dot, goal] = [at(prediction), at(target)];
  const middle = (dot + goal) / 2;
  if (Math.abs(middle - dot) >= line) return { prediction: dot, error: middle };
  // Too close together for a line between them: it goes to the side of the prediction that the target is not on.
  const isBelow = goal <= dot ? dot + line <= zero + line : false;
  return { prediction: dot, error: isBelow ? dot + line : dot - line };
};

/** What an end of the scale, or its middle, stands for. */
const shareName = (share: number): string =>
  share === 1 ? 'it rained' : share === 0 ? 'it stayed dry' : 'says neither';

/** The scale from 0 to 1 on which the prediction stands, and on which the target joins it. */
export const meetingPicture = (
  frame: Frame<PredictionDials>,
  { scale, type, isWide, isDone, seen }: Drawing,
): Picture => {
  const { x, zero, one, at } = scale;
  const { large } = seen;
  const { day } = frame.dials;
  const valueOf = (q: string): number => quantityOf(frame, q);
  const [prediction, target] = [valueOf('yhat'), valueOf('y')];
  const isLarge = large > 0.5;
  const isMet = day > 0.35;
  const size = type.letter + large * (isWide ? 5 : 1);
  const line = size + 7;
  const [goal, dot] = [at(target), at(prediction)];
  const arm = isWide ? 12 + 8 * large : 9 + 4 * large;
  const ticks = [0, 0.5, 1];
  const below = zero + (isWide ? 44 : 30);

  const lines: Shape[] = [
    { look: 'axis', d: `M${x} ${zero}V${one}${ticks.map((share) => `M${x - 6} ${at(share)}h6`).join('')}` },
  ];
  const texts: Text[] = [];
  /** Words with their middle at a height, and after them a number of the network. */
  const say = (
    text: string,
    look: string,
    left: number,
    middle: number,
    anchor: Anchor,
    ...numbers: Words[]
  ): void => {
    texts.push({ text, look, x: left, y: middle + size * 0.36, size, anchor, parts: numbers });
  };
  const number = (q: string, decimals: number, least: number): Words => ({
    text: format(valueOf(q), decimals, least),
    look: 'number',
    q,
    value: valueOf(q),
  });

  for (const share of ticks)
    if ((isLarge || share !== 0.5) && !(isMet && Math.abs(at(share) - goal) <= line)) {
      const text = `${isLarge ? `${shareName(share)}: ` : ''}${share === 0.5 ? '½' : share}`;
      say(text, 'letter', x - 12 - 10 * large, at(share), 'end');
    }
  if (isMet) {
    const name = target === 0 || target === 1 ? shareName(target) : 'the target';
    if (isDone)
      lines.push({
        look: 'gap',
        d: `M${x} ${dot}V${dot + (goal - dot) * Math.min(1, (day - 0.35) / 0.5)}`,
        width: (isWide ? 8 : 6) * (1 + 0.6 * large),
      });
    lines.push({ look: 'target', d: `M${x - arm} ${goal}h${2 * arm}` });
    say(`${isLarge ? `${name}: ` : ''}y = `, 'letter ink', x - arm - 6, goal, 'end', number('y', 2, 0));
  }
  if (!isDone) texts.push(lineAt('—', 'number unknown', x, below, size));
  else {
    lines.push({ look: 'dot', d: circlePath({ x, y: dot }, (isWide ? 9 : 7) * (1 + 0.35 * large)) });
    const names = namesAt(scale, prediction, target, line);
    const right = x + (isWide ? 30 : 20);
    if (!isLarge) say('ŷ', 'letter signal', x + 14, dot, 'start');
    else {
      const name = isWide ? 'prediction ŷ = ' : 'ŷ = ';
      say(name, 'letter signal', right, names.prediction, 'start', number('yhat', 4, 4));
      if (isMet) say('ŷ − y = ', 'letter loss', right, names.error, 'start', number('dz.2.1', 4, 4));
    }
  }
  const percent = lineAt(
    formatPercent(prediction),
    'number signal',
    x,
    below,
    isWide ? 24 : 16,
    'yhat',
    prediction,
  );
  return {
    lines,
    parts: [
      { texts },
      ...(isDone && large < 0.5
        ? [{ opacity: 1 - 2 * large, texts: [{ ...percent, as: 'percent' as const }] }]
        : []),
    ],
  };
};

/** What the ends of the scale stand for, at them. */
export const endSigns = ({ scale: { x, zero, one }, isWide, seen }: Drawing): readonly SignAt[] => {
  const size = isWide ? 1.3 : 1;
  return seen.large > 0.5
    ? [
        { of: 'rain', x, y: one - (isWide ? 24 : 18), scale: size },
        { of: 'sun', x, y: zero + (isWide ? 26 : 20), scale: size },
      ]
    : [];
};
