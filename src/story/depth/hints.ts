import { format } from '../format.ts';
import { BAND, heldIn, HELD_LAYERS, ONE_STEP, STEPS, type GoalName, type Verdict } from './goals.ts';
import { partText, timesText } from './numbers.ts';
import {
  isAllTheWay,
  MOST_LAYERS,
  SCHEME_NAMES,
  type Bend,
  type DepthSettings,
  type SideName,
} from './settings.ts';
import { layerOf } from './side.ts';
import { HOLDING, isDealt, isDeeper, isWider, pairTo, turnsTo, type First, type Turn } from './ways.ts';
import { called } from './words.ts';

// How near a network is to a goal, and which control leads there from where it is.

/** What a goal asks for. */
export const GOAL_WORDS: Readonly<Record<GoalName, { readonly name: string; readonly asks: string }>> = {
  lose: { name: 'Now break it.', asks: 'Lose all but a thousandth of the message on its way to layer 1.' },
  swell: { name: 'Now make it explode.', asks: 'Let layer 1 hear it more than a thousand times as loud.' },
  hold: {
    name: 'Now fix it.',
    asks: `${HELD_LAYERS} layers or more, and every bar of one network between the dotted lines, ${format(1 / BAND, 1, 0)} and ${BAND}.`,
  },
};

const weights = (turn: Turn): string => `${turn} weights`;

/** «a», «a, or b», «a, b, or c», as a sentence. */
const either = (ways: readonly string[]): string => {
  const [last = '', ...before] = ways.toReversed();
  const text = before.length === 0 ? last : `${before.toReversed().join(', ')}, or ${last}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

const FIRSTS: Readonly<Record<First, string>> = {
  centred: 'Centred biases',
  deeper: `${MOST_LAYERS} layers`,
  he: `The scheme ${SCHEME_NAMES.he}`,
  relu: 'ReLU in its place',
};

/** Where nothing by itself will do. */
const together = (goal: GoalName, name: SideName, settings: DepthSettings): string => {
  const pair = pairTo(goal, name, settings);
  if (!pair) return 'Little leads there from here: take it “As it came”.';
  return `${FIRSTS[pair.first]}${pair.turn ? `, then ${weights(pair.turn)}` : ''}.`;
};

/** What leads there, the plainest first; other weights only where they are asked for or no dial will do. */
const advice = (goal: GoalName, name: SideName, settings: DepthSettings, isOther = false): string => {
  const asked = [goal, name, settings] as const;
  const dials = [
    ...(!isOther && isDeeper(...asked) ? ['more layers'] : []),
    ...turnsTo(...asked)
      .slice(0, 1)
      .map(weights),
  ];
  if (dials.length > 0 && !isOther) return either(dials);
  const others = [
    ...(isWider(...asked) ? ['more units a layer'] : []),
    ...(isDealt(...asked) ? ['deal again'] : []),
  ];
  const ways = [...others, ...dials];
  return ways.length > 0 ? either(ways) : together(goal, name, settings);
};

/** What a kind of network is held by, by the name of the control. */
const HELD_BY: Readonly<Record<Bend, string>> = {
  relu: `the scheme ${SCHEME_NAMES.he}`,
  sigmoid: 'centred biases',
  tanh: `the scheme ${SCHEME_NAMES.xavier}`,
};

/** How to hold a network: by what is not set yet, if that leads there; else by the size of the weights; else by other ones. */
const holding = ({ side: { name, bend } }: Verdict, settings: DepthSettings): string => {
  const held: DepthSettings = { ...settings, ...HOLDING[bend] };
  const isSet = Object.entries(HOLDING[bend]).every(([key, value]) =>
    Object.is(settings[key as keyof DepthSettings], value),
  );
  if (!isSet) {
    const [turn] = turnsTo('hold', name, held);
    if (turn) return `For ${called(bend)}: ${HELD_BY[bend]}, then ${weights(turn)}.`;
  }
  const [turn] = turnsTo('hold', name, settings);
  if (turn) return either([weights(turn)]);
  return `No size of the weights will do here. ${advice('hold', name, settings)}`;
};

/** «it 112 times as loud», «1 part in 360 of it». */
const changeText = (decades: number): string =>
  decades >= 0 ? `it ${timesText(decades)} times as loud` : `${partText(decades)} of it`;

/** How near the nearest network is to a goal. */
export const findingFor = (
  goal: GoalName,
  { side, reason, layer }: Verdict,
  settings: DepthSettings,
): string => {
  const { bend, layers } = side;
  if (!isAllTheWay(settings)) return 'Send a message all the way to see.';
  const first = layerOf(side, 1).decades;
  switch (reason) {
    case 'done':
      return goal === 'hold'
        ? `Done, with ${called(bend)} and ${layers.length} layers. Can the others be held too?`
        : `Done: with ${called(bend)} ${goal === 'lose' ? `${partText(first)} of it is left` : `it is ${timesText(first)} times as loud`}.`;
    case 'silent':
      return `With ${called(bend)} exactly nothing gets past layer ${layer}. That is cut, not ${goal === 'swell' ? 'loud' : 'faint'}: it does not count.`;
    case 'single':
      return `With ${called(bend)} the step into layer ${layer} alone does more than ${ONE_STEP} times. It is to be the depth that does it.`;
    case 'short':
      return goal === 'hold'
        ? `So far there ${layers.length === 1 ? 'is 1 layer' : `are ${layers.length}`}.`
        : `Too few steps: at least ${STEPS} have to do it together.`;
    case 'far':
      return goal === 'hold'
        ? `With ${called(bend)} ${heldIn(side)} of ${layers.length} bars are there.`
        : `With ${called(bend)}, layer 1 hears ${changeText(first)}.`;
  }
};

/** Which control leads on from there; "" where nothing is to be advised. Many networks are tried for it. */
export const adviceFor = (goal: GoalName, verdict: Verdict, settings: DepthSettings): string => {
  const { side, reason } = verdict;
  if (!isAllTheWay(settings) || reason === 'done') return '';
  if (reason === 'short') return 'More layers.';
  if (reason !== 'far') return advice(goal, side.name, settings, true);
  return goal === 'hold' ? holding(verdict, settings) : advice(goal, side.name, settings);
};
