import { datasets } from '../../engine/index.ts';
import { few } from '../few.ts';
import { formatCountInProse } from '../format.ts';
import { summaryFor, type SeedSetting, type SeedSummary } from './seeds.ts';
import { settingWords } from './seed-words.ts';

// How often, and how soon, AND and XOR are learned: a hundred runs each, made when the page is built.

/** What the runs of the prose have in common. */
const COMMON = { sizes: [2, 2, 1], eta: 1, range: 1, bias: 0, lock: 0.01 } as const;

export interface Learning {
  readonly task: 'AND' | 'XOR';
  readonly setting: SeedSetting;
  readonly words: string;
  readonly summary: SeedSummary;
}

const learning = (
  task: Learning['task'],
  activation: SeedSetting['activation'],
  loss: SeedSetting['loss'],
): Learning => {
  const setting = { ...COMMON, data: datasets[task === 'AND' ? 'and' : 'xor'], activation, loss };
  return { task, setting, words: settingWords(setting), summary: summaryFor(setting) };
};

/** Both tasks under both losses, sigmoid units; and AND with ReLUs, which is not safe either. */
const once = few<ReturnType<typeof made>>(1);

export const learnings = (): ReturnType<typeof made> => once('', made);

const made = (): Readonly<
  Record<'andMse' | 'andBce' | 'xorMse' | 'xorBce' | 'andRelu' | 'xorRelu', Learning>
> => ({
  andMse: learning('AND', 'sigmoid', 'mse'),
  andBce: learning('AND', 'sigmoid', 'bce'),
  xorMse: learning('XOR', 'sigmoid', 'mse'),
  xorBce: learning('XOR', 'sigmoid', 'bce'),
  andRelu: learning('AND', 'relu', 'mse'),
  xorRelu: learning('XOR', 'relu', 'mse'),
});

/** A median in a sentence; a dash where nobody got there. */
export const medianText = ({ median }: SeedSummary): string =>
  median === undefined ? '—' : formatCountInProse(Math.ceil(median));
