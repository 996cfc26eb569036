import { format, formatCount, formatGradient } from '../format.ts';
import { STEPS } from './cases.ts';
import type { Check, Dot } from './check.ts';
import type { Course } from './descent.ts';
import { capitalised, inWords, type Part, type Sentence } from './parts.ts';

// What the numbers show, in sentences that are true for any of them.

/** What is checked: the gradient, or the step that is made of it. */
export type Look = 'check' | 'step';

const dots = (count: number): string => `${inWords(count)} ${count === 1 ? 'dot' : 'dots'}`;

/** The heading of a check. */
export const headlineOf = ({ dots: all, isBlind }: Check): string => {
  const of = (verdict: Dot['verdict']): number => all.filter((dot) => dot.verdict === verdict).length;
  const [on, off, none] = [of('on'), of('off'), of('none')];
  if (isBlind) return `${capitalised(inWords(all.length))} zeros on either side`;
  if (on === all.length) return `All ${dots(on)} on the line`;
  if (off === all.length) return `All ${dots(off)} off the line`;
  const parts = [
    `${dots(on)} on the line`,
    ...(off > 0 ? [`${inWords(off)} off it`] : []),
    ...(none > 0 ? [`${inWords(none)} without a number`] : []),
  ];
  return capitalised(parts.join(', '));
};

/** What to make of a check in which nothing lies off the line; none where something does. */
export const silenceOf = ({ off, isBlind }: Check, look: Look): string | undefined => {
  if (isBlind)
    return 'Every slope is 0 here, and the code says 0 for all of them. Sound code would say so too, and broken code may: at this place the check can show nothing. Start from other numbers.';
  if (off.length > 0) return undefined;
  return look === 'check'
    ? 'The check finds nothing: at this place the gradients are right. But a gradient is not yet a step. Check the step.'
    : 'The step is what the gradients ask for. At this place nothing is wrong to be seen: go to another step of training.';
};

/** Decimals at which two numbers can be told apart, four at least. */
const decimalsApart = (a: number, b: number): number => {
  for (let decimals = 4; decimals < 15; decimals++)
    if (formatGradient(a, decimals) !== formatGradient(b, decimals)) return decimals;
  return 4;
};

/** A ratio, with two decimals or as many more as tell it from one, and from what it is rounded to. */
const times = (ratio: number): string => {
  for (let decimals = 2; decimals < 10; decimals++) {
    const rounded = Number(ratio.toFixed(decimals));
    if (rounded !== 1 && Math.abs(rounded / ratio - 1) < 0.02) return format(ratio, decimals);
  }
  return format(ratio, 2);
};

const judgement = ({ said, truth, verdict }: Dot, look: Look): string => {
  if (verdict === 'on')
    return said === 0 && truth === 0
      ? ' Two zeros agree under many a rule: that proves nothing.'
      : formatGradient(said) === formatGradient(truth)
        ? ''
        : look === 'check'
          ? ' That is nearer than a nudge can tell.'
          : ' That is nearer than rounding can tell.';
  if (truth === 0)
    return look === 'check' ? ' In truth the loss does not answer to it.' : ' It should not move.';
  if (said === 0) return look === 'check' ? ' The code does not see it at all.' : ' It does not move at all.';
  if (Math.sign(said) !== Math.sign(truth)) return ' Not even the sign is right.';
  const ratio = times(said / truth);
  return look === 'check'
    ? ` The sign is right, the size is ${ratio} times the true one.`
    : ` That is ${ratio} times as far as it should.`;
};

/** The chosen dot. */
export const dotSentence = (dot: Dot, look: Look): Sentence => {
  const { id, said, truth, verdict } = dot;
  const decimals = verdict === 'off' ? decimalsApart(said, truth) : 4;
  const number = (q: string, value: number): Part => ({
    q: `bugs.${q}.${id}`,
    value,
    text: formatGradient(value, decimals),
    tone: 'gradient',
  });
  const name = { name: id };
  if (look === 'check') {
    const measured = number('measured', truth);
    if (verdict === 'none')
      return ['The code has no number for ', name, '; a nudge measures ', measured, '.'];
    const same = verdict === 'on' && formatGradient(said) === formatGradient(truth);
    return [
      'The code says ',
      number('said', said),
      ' for ',
      name,
      ...(same ? ['; a nudge measures the same.'] : ['; a nudge measures ', measured, '.']),
      judgement(dot, look),
    ];
  }
  if (verdict === 'none') return ['The code cannot move ', name, ': it has no number to move by.'];
  return [
    'In one step the code moves ',
    name,
    ' by ',
    number('moved', said),
    '; −η times what it says itself is ',
    ...(verdict === 'on' && formatGradient(said) === formatGradient(truth)
      ? ['the same.']
      : [number('asked', truth), '.']),
    judgement(dot, look),
  ];
};

/** Up to so many times the sound loss nobody would look twice; and up to so many it is a little slower. */
const UNNOTICED = 1.25;
const LITTLE = 2;

/** How the loss goes, beside how it would go. */
export const courseSentence = ({ first, last, soundLast, rises, isLevel, stopped }: Course): Sentence => {
  const loss = (q: string, value: number): Part => ({
    q: `bugs.${q}`,
    value,
    text: format(value, 4, 4),
    tone: 'loss',
  });
  const sound: Sentence = ['With every rule right it ends at ', loss('sound', soundLast), '.'];
  if (stopped !== undefined)
    return [
      stopped === 0
        ? 'The code takes no step: for some parameters it has no number to move by. '
        : `After step ${stopped} the code has no numbers left to move by. `,
      ...sound,
    ];
  if (isLevel)
    return [
      'The loss stays at ',
      loss('end', last),
      ', step after step: nothing moves. ',
      ...(soundLast === last ? ['Nor would it with every rule right.'] : sound),
    ];
  if (last >= first)
    return [
      'The loss ends at ',
      loss('end', last),
      ', no lower than the ',
      loss('begin', first),
      ' it began with: this code does not learn. ',
      ...sound,
    ];
  const way: Sentence = [' from ', loss('begin', first), ' to ', loss('end', last), '. '];
  if (rises > 0)
    return [
      `The loss rises at ${formatCount(rises)} of ${formatCount(STEPS)} steps, and all in all it falls`,
      ...way,
      ...sound,
      last < soundLast ? ' Yes, that is higher.' : '',
    ];
  const verdict =
    last <= UNNOTICED * soundLast
      ? ' Nothing on the curve would make you look twice.'
      : last <= LITTLE * soundLast
        ? ' A little slower, that is all you see.'
        : ' It is slower, but it learns.';
  return ['The loss falls at every step,', ...way, ...sound, verdict];
};
