import type { Op } from '../../engine/index.ts';
import { FORMULAS, formulasOf, workingFor, type Formula } from '../../story/formulas.ts';
import { kept, type Frame } from '../../story/frame.ts';
import type { Reading } from '../../story/reading.ts';
import { textOf } from '../../story/symbol.ts';
import { operationNamed } from '../../story/working.ts';
import type { ChainFormulasDials } from './dials.ts';

/** The formula that the text is at; none before the first. */
export const currentOf = ({ dials }: Pick<Frame<ChainFormulasDials>, 'dials'>): Formula | undefined => {
  const group = formulasOf(dials.group);
  const count = dials[dials.group];
  return count === 0 ? undefined : group[Math.min(group.length, Math.ceil(count)) - 1];
};

export const formulaNamed = (id: string | undefined): Formula | undefined =>
  FORMULAS.find((formula) => formula.id === id);

const keptOps = kept<Op>();

/** How a formula is worked out at the step shown, for the unit and input of the reader's parameter. */
export const workingOf = (formula: Formula, reading: Reading): Op => {
  const { param, step } = reading.settings;
  const of = workingFor(formula, param);
  return keptOps(reading.run.quantitiesAt(step), of, () => operationNamed(reading, { of, at: String(step) }));
};

/** How a formula's numbers are written: four decimals of the sum of an input's gradient end in a tie. */
export const formOf = ({ id, kind }: Op) => ({
  decimals: id.startsWith('dx') ? 5 : 4,
  resultAt: kind === 'update' ? '+1' : undefined,
});

/** The ids that a formula speaks of: what it computes, and what from. A new parameter is the old one's. */
export const idsOf = ({ id, operands }: Op): ReadonlySet<string> =>
  new Set([id, ...operands.map((operand) => operand.id)]);

/** Lines and nodes of the network that belong to some ids. */
export const placesOf = (ids: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    [...ids].map((id) => {
      const plain = id.replace(/^d(?=[wbzaxy])/, '');
      if (plain === 'yhat') return 'z.2.1';
      if (plain === 'y') return 'loss';
      return plain.replace(/^(a|b|gate|slope)\.(\d\.\d)$/, 'z.$2');
    }),
  );

/** The formulas that a quantity of the figure stands in. */
export const formulasWith = (quantity: string, reading: Reading): ReadonlySet<string> =>
  new Set(
    FORMULAS.filter((formula) => {
      const ids = idsOf(workingOf(formula, reading));
      return ids.has(quantity) || ids.has(`d${quantity}`);
    }).map(({ id }) => id),
  );

/** An entry of the key. */
export interface Key {
  readonly id: string;
  readonly words: string;
}

/** What each letter stands for, for one unit and one input. */
export const keysFor = (parameter: string): readonly Key[] => {
  const at = (of: string): string => workingFor({ of }, parameter);
  const j = at('j');
  const k = at('k');
  return [
    { id: at('x.k'), words: `input ${k}` },
    { id: at('w.1.j.k'), words: `weight of input ${k}` },
    { id: at('b.1.j'), words: `bias of unit ${j}` },
    { id: at('z.1.j'), words: `sum of unit ${j}` },
    { id: at('a.1.j'), words: `unit ${j} passes on` },
    { id: at('w.2.1.j'), words: 'weight to output' },
    { id: 'b.2.1', words: 'output’s bias' },
    { id: 'z.2.1', words: 'output’s sum' },
    { id: 'yhat', words: 'prediction' },
    { id: 'y', words: 'target' },
    { id: 'loss', words: 'loss' },
    { id: 'dz.2.1', words: 'gradient at z' },
    { id: at('dz.1.j'), words: `gradient at ${textOf(at('z.1.j'))}` },
    { id: 'eta', words: 'learning rate' },
  ];
};
