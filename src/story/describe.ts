import type { Frame } from './frame.ts';
import { format } from './format.ts';
import { PARAMETERS } from './essay.ts';
import { textOf } from './symbol.ts';

type Described = Pick<Frame, 'known' | 'all' | 'step'>;

const listed = ({ known }: Described, ids: readonly string[]): string =>
  ids
    .flatMap((id) => {
      const value = known.get(id);
      return value === undefined ? [] : [`${textOf(id)} = ${format(value)}`];
    })
    .join(', ');

/** What the network figure shows, in words: for those who do not see it. */
export const describe = (frame: Described): string => {
  const forward = listed(frame, [
    'x.1',
    'x.2',
    'z.1.1',
    'z.1.2',
    'z.1.3',
    'a.1.1',
    'a.1.2',
    'a.1.3',
    'z.2.1',
    'yhat',
    'y',
    'loss',
  ]);
  const backward = listed(frame, [
    'dyhat',
    'dz.2.1',
    ...[1, 2, 3].flatMap((j) => [`da.1.${j}`, `dz.1.${j}`]),
    ...PARAMETERS.map((id) => `d${id}`),
    'dx.1',
    'dx.2',
  ]);
  const isUpdated = PARAMETERS.some((id) => frame.known.get(id) !== frame.all.get(id));
  return [
    `The network at training step ${frame.step}${isUpdated ? ', its parameters updated since' : ''}.`,
    `Computed so far: ${forward}.`,
    `Parameters: ${listed(frame, PARAMETERS)}.`,
    ...(backward ? [`Gradients: ${backward}.`] : []),
  ].join(' ');
};
