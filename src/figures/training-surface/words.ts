import { format } from '../../story/format.ts';
import { textOf } from '../../story/symbol.ts';
import { foldsOf, pathOf, saddlesOf, slopeOf, SURFACE_STEPS, type Surface } from '../../story/surface.ts';
import type { SurfaceDials } from './dials.ts';
import type { Ground } from './ground.ts';
import { METHOD_WORDS, movementsOf } from './model.ts';

const counted = (count: number, noun: string): string =>
  count === 0 ? `no ${noun}` : `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The map in words, as far as its dials have told it. */
export const describeSurface = (
  surface: Surface,
  dials: SurfaceDials,
  { lowest, highest }: Ground,
): string => {
  const [a = '', b = ''] = surface.pair.map((id) => textOf(id));
  const { loss, a: alongA, b: alongB } = slopeOf(surface);
  return [
    `A map of the mean loss over ${a} and ${b}, the other parameters held still: from ${format(lowest)} to ${format(highest)} on what is seen of it.`,
    `The point is at ${a} ${format(surface.at[0])}, ${b} ${format(surface.at[1])}; the loss there is ${format(loss)}.`,
    ...(movementsOf(dials).drawn === 1
      ? [`Its gradient there is ${format(alongA, 4, 4)} along ${a} and ${format(alongB, 4, 4)} along ${b}.`]
      : []),
    ...(dials.folds > 0 ? [`The map has ${counted(foldsOf(surface).length, 'fold')}.`] : []),
    ...(dials.runs > 0
      ? surface.methods.map(
          (method) =>
            `After ${SURFACE_STEPS} steps of ${METHOD_WORDS[method]} the loss is ${format(pathOf(surface, method).loss)}.`,
        )
      : []),
    ...(dials.saddles > 0 ? [`The map has ${counted(saddlesOf(surface).length, 'saddle')}.`] : []),
  ].join(' ');
};
