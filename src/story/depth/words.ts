import { silentFrom } from './goals.ts';
import { factorText, heldValue, timesText } from './numbers.ts';
import { hasReached, type Bend, type SideName } from './settings.ts';
import { layerOf, type Side } from './side.ts';

// What the lab says. A part of a sentence is text, or a number with its name.

export interface Said {
  readonly text: string;
  readonly q?: string;
  readonly value?: number | undefined;
  readonly world?: SideName;
}

export const BEND_NAMES: Readonly<Record<Bend, string>> = { relu: 'ReLU', sigmoid: 'sigmoid', tanh: 'tanh' };

/** «ReLU», «the sigmoid», «tanh». */
export const called = (bend: Bend): string => (bend === 'sigmoid' ? 'the sigmoid' : BEND_NAMES[bend]);

/** How the bars of a side are drawn. */
export const BARS: Readonly<Record<SideName, string>> = { filled: 'filled bars', outlined: 'outlined bars' };

const say = (text: string): Said => ({ text });

/** Sizes so near to 1 are told as no change. */
const ALIKE = 0.02;

/** What has become of the message by the time that it is in a layer. */
const fateIn = (side: Side, layer: number): readonly Said[] => {
  const { decades } = layerOf(side, layer);
  const of = { q: `depth.norm.${layer}`, world: side.name };
  if (decades === -Infinity) {
    const cut = silentFrom(side) ?? layer;
    return [say(`hears nothing, exactly 0: in layer ${cut} every unit is shut`)];
  }
  if (Math.abs(decades) < ALIKE) return [say('hears it as loud as it left')];
  if (decades > 0)
    return [
      say('hears it '),
      { text: timesText(decades), value: heldValue(decades), ...of },
      say(' times as loud as it left'),
    ];
  return [
    say('hears it '),
    { text: timesText(-decades), value: heldValue(-decades), q: `depth.lost.${layer}`, world: side.name },
    say(' times fainter'),
  ];
};

/** What the two networks make of the message, as far as it has gone: a sentence for each, or one for both. */
export const fatesOf = (sides: readonly Side[], back: number): readonly (readonly Said[])[] => {
  const depth = sides[0]?.layers.length ?? 1;
  const layer = sides[0]?.layers.find((one) => hasReached(back, depth, one.layer))?.layer;
  if (back < 1) return [[say('Nothing has left the loss yet.')]];
  if (layer === undefined) return [[say('The message is at the output. It has passed no layer yet.')]];
  if (layer === depth)
    return [
      [
        say(
          depth === 1
            ? 'With one hidden layer there is no way to go: the message is there as it arrives.'
            : `The message is in layer ${depth}, the last: how loud it is here is what all bars are measured by.`,
        ),
      ],
    ];
  return sides.map((side) => [
    say(`With ${called(side.bend)} (${BARS[side.name]}), layer ${layer} `),
    ...fateIn(side, layer),
    say('.'),
  ]);
};

/** What the chosen step shows of its network. */
export const stepNote = (side: Side, layer: number): string => {
  const { bend } = side;
  const { shut, slopes, factor, slope, weight } = layerOf(side, layer);
  if (factor === undefined) return 'Nothing comes down to it, so there is nothing to multiply.';
  if (slope === 0) return 'Every unit here is shut, so nothing is passed on: cut, not faint.';
  if (bend === 'relu')
    return shut === 0
      ? 'No unit here is shut, so the slopes change nothing: weights and paths decide.'
      : `${slopes.length - shut === 1 ? 'The one unit here that is open passes' : `The ${slopes.length - shut} units here that are open pass`} on all of it; ${shut} that ${shut === 1 ? 'is' : 'are'} shut ${shut === 1 ? 'makes' : 'make'} the slope ${factorText(slope)}.`;
  if (factor > 1 && bend === 'sigmoid')
    return weight * slope > 1
      ? 'It grows, sigmoid or not: the weights more than make up for the slopes.'
      : 'It grows, sigmoid or not: the paths add up to more than weights and slopes take.';
  return bend === 'sigmoid'
    ? 'A sigmoid’s slope is at most a quarter: one path by itself grows only past a weight of 4.'
    : 'A tanh’s slope is 1 at most, at z = 0, and falls off to both sides.';
};

/** Where the message is, in words: for the dial that carries it. */
export const whereabouts = (back: number, depth: number): string => {
  const whole = Math.floor(back);
  const share = back - whole;
  const layer = depth + 1 - whole;
  if (back < 1) return 'in the loss';
  if (layer < 1) return 'in layer 1: all the way';
  const here = whole === 1 ? 'at the output' : `in layer ${layer + 1}`;
  return share === 0 ? here : `from ${whole === 1 ? 'the output' : `layer ${layer + 1}`} to layer ${layer}`;
};
