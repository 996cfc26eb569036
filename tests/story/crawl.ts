import { RUN_STEPS } from '@/story/essay.ts';
import { explain, type Explanation } from '@/story/explain.ts';
import { stepOf, type Subject } from '@/story/subject.ts';
import { expressionOf, shown } from '@/story/expression.ts';
import { workingOf } from '@/story/narrate.ts';
import { readingOf, type Reading } from '@/story/reading.ts';
import type { Run } from '@/story/run.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import type { WorldName } from '@/story/world.ts';
import { workedOut } from './arithmetic.ts';
import { settingsFor } from './networks.ts';

export const STEPS = ['0', '1', '2', String(RUN_STEPS)];
/** The essay's own settings, and sixty others. */
export const networks: readonly Settings[] = [
  DEFAULTS,
  ...Array.from({ length: 60 }, (_, i) => settingsFor(i + 1)),
];
const GIVEN = /^(x\.|y(@|$)|eta$|share$|fact:)/;

/** What an answer leads on to, in the order of its formula. */
export const operandsOf = (answer: Explanation): readonly Subject[] =>
  answer.op
    ? expressionOf(answer.op).tokens.flatMap((token) => ('id' in token ? [answer.operand(token.id)] : []))
    : [];

/** What an explanation gives, worked out as it is printed, and whether it claims to be exact. */
const byHand = ({ op }: Explanation) => {
  if (!op) return undefined;
  const working = workingOf(op);
  return {
    result: shown(op.id, op.value),
    isExact: working.startsWith('= '),
    computed: shown(op.id, workedOut(working.slice(2))),
  };
};

/** Where a prediction has met its target, their difference is the rounding left over from two equal numbers. */
const isRounding = ({ id, value = NaN, op }: Explanation, run: Run): boolean => {
  const isJudged = op?.judgedBy !== undefined;
  const isMet = run.world.examples.some(({ target: [y = NaN] }) => y > 0 && y < 1);
  if (run.world.loss === 'mse' && isJudged)
    return Math.abs((op.operands[0]?.value ?? NaN) - (op.operands[1]?.value ?? NaN)) < 1e-9;
  const isOutput = id.startsWith(`dz.${run.world.sizes.length - 1}.1`);
  return isMet && (isJudged || isOutput) && Math.abs(value) < 1e-8;
};

/** Everything that can be asked about in a run. */
export const idsOf = (run: Run): readonly string[] => {
  const all = [...run.quantitiesAt(0).keys()];
  const raised = all.filter((id) => /^([wbza]\.|x\.|yhat)/.test(id) && run.quantitiesAt(0).has(`d${id}`));
  return [...all, 'eta', ...raised.map((id) => `effect:${id}`), 'dparam', 'effect:param'];
};

/** What is wrong with one explanation, by itself. */
const faultsOf = (run: Run, answer: Explanation): readonly string[] => {
  const arithmetic = byHand(answer);
  const isStart = run.parameters.includes(answer.id) && (answer.step === 0 || run.world.held !== undefined);
  return [
    ...(answer.value === undefined || Number.isNaN(answer.value) ? ['no value'] : []),
    ...(answer.rule === '' || answer.words === answer.id ? ['no words'] : []),
    ...(!arithmetic && !isStart && !GIVEN.test(answer.id) ? ['a dead end'] : []),
    ...(arithmetic && arithmetic.result !== answer.text ? ['another result'] : []),
    ...(arithmetic &&
    !isRounding(answer, run) &&
    !(arithmetic.isExact && arithmetic.computed === arithmetic.result)
      ? [`${arithmetic.computed}, not ${arithmetic.result}`]
      : []),
  ];
};

export interface Walk {
  readonly reading: Reading;
  readonly world: WorldName;
  readonly done: Map<string, Explanation>;
  readonly faults: string[];
  /** Whether to follow a parameter to the step before, and so on to the start. */
  readonly isDeep: boolean;
}

/** Walks all operands down, each number once. An operand leads to the number that it says. */
export const crawl = (walk: Walk, subject: Subject, above: readonly string[] = []): Explanation => {
  const { reading, world, done, faults } = walk;
  const key = `${subject.q}@${stepOf(reading, subject)}`;
  if (above.includes(key))
    faults.push(`${key} leads to itself: ${above.slice(above.indexOf(key)).join(' ')}`);
  const found = done.get(key);
  if (found) return found;
  const answer = explain(reading, subject);
  done.set(key, answer);
  faults.push(...faultsOf(reading.in(world), answer).map((fault) => `${key}: ${fault}`));
  if (answer.op?.kind === 'update' && !walk.isDeep) return answer;
  const values = answer.op ? expressionOf(answer.op).tokens.filter((token) => 'id' in token) : [];
  operandsOf(answer).forEach((operand, i) => {
    const { id = '', value = NaN } = values[i] ?? {};
    const led = crawl(walk, operand, [...above, key]);
    const isSame = Math.abs((led.value ?? NaN) - value) <= 1e-12 * Math.max(1, Math.abs(value));
    if (!isSame) faults.push(`${key}: ${id} is ${value}, and leads to ${led.value}`);
  });
  return answer;
};

/** Asks about everything in a world at some training steps, and after all that the answers lead to. */
export const walkThrough = (
  settings: Settings,
  world: WorldName,
  steps: readonly string[],
  isDeep = false,
): Walk => {
  const reading = readingOf(settings);
  const walk: Walk = { reading, world, done: new Map(), faults: [], isDeep };
  const ids = idsOf(reading.in(world));
  for (const at of steps) for (const q of ids) crawl(walk, { q, at, world });
  return walk;
};
