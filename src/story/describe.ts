import { idParts } from '../engine/index.ts';
import { kept, type Frame } from './frame.ts';
import { format } from './format.ts';
import { textOf } from './symbol.ts';

type Described = Pick<Frame, 'known' | 'all' | 'step' | 'run'>;

/** The ids among these, whatever example they belong to, that the pattern is about. */
const told = (ids: readonly string[], pattern: RegExp): readonly string[] =>
  ids.filter((id) => pattern.test(idParts(id).plain));

interface Listed {
  readonly forward: readonly string[];
  readonly backward: readonly string[];
}
const keptLists = kept<Listed>(1);

/** In the order they are told in. They are the same for all that has been computed of one training step. */
const idsOf = ({ all, step, run }: Omit<Described, 'known'>): Listed =>
  keptLists(all, 'told', () => {
    const ids = [...all.keys()];
    const computed = new Set(
      run.traceAt(step).flatMap(({ id, phase }) => (phase === 'backward' ? [id] : [])),
    );
    return {
      forward: told(ids, /^(x|z|a|yhat|y|loss)(\.|$)/),
      backward: [
        ...told([...computed], /^(dyhat|da|dz)(\.|$)/),
        ...told(ids, /^d[wb]\./),
        ...told([...computed], /^dx\./),
      ],
    };
  });

/** What the network figure shows, in words: for those who do not see it. Of several examples, all of them. */
export const describe = ({ known, all, step, run }: Described): string => {
  const { sizes } = run.world;
  const listed = (ids: readonly string[]): string =>
    ids
      .flatMap((id) => {
        const value = known.get(id);
        return value === undefined ? [] : [`${textOf(id, sizes)} = ${format(value)}`];
      })
      .join(', ');
  const ids = idsOf({ all, step, run });
  const [forward, backward] = [listed(ids.forward), listed(ids.backward)];
  const isUpdated = run.parameters.some((id) => known.get(id) !== all.get(id));
  return [
    `The network at training step ${step}${isUpdated ? ', its parameters updated since' : ''}.`,
    `Computed so far: ${forward}.`,
    `Parameters: ${listed(run.parameters)}.`,
    ...(backward ? [`Gradients: ${backward}.`] : []),
  ].join(' ');
};
