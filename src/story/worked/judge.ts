import { Refusal, type WorkedExample } from './example.ts';
import { withCarrying } from './carrying.ts';
import { meaningOf } from './phrases.ts';
import { slipBehind, type SlipFound } from './slips.ts';
import { studyOf, type Study } from './study.ts';
import { verdictOn, type Verdict } from './verdict.ts';

export interface JudgedValue {
  readonly name: string;
  /** In the words of `names.ts`. */
  readonly means: string;
  readonly printed: string;
  readonly computed: number;
  /** What comes out on the author's own rounded numbers, where that is another number. */
  readonly carried: number | undefined;
  /** How far apart, in units of the last printed place. */
  readonly units: number;
  readonly verdict: Verdict;
  /** A published slip that leads to the printed number. */
  readonly slip: SlipFound | undefined;
}

export interface RefusedValue {
  readonly name: string;
  readonly reason: string;
}

export interface Judgement {
  readonly id: string;
  readonly values: readonly JudgedValue[];
  readonly refused: readonly RefusedValue[];
  readonly counts: Readonly<Record<Verdict, number>>;
}

interface Found {
  readonly name: string;
  readonly printed: string;
  readonly means: string;
  readonly computed: number;
}

/** Computes an example and sets every printed number beside the computed one. Refuses, by name, what it cannot compute. */
export function judge(example: WorkedExample): Judgement {
  const study = studyOf(example);
  const refused: RefusedValue[] = [];
  const found: Found[] = [];
  for (const { name, text } of example.printed) {
    const means = meaningOf(name, example);
    const computed = attempt(study, means);
    if (typeof computed === 'number') found.push({ name, printed: text, means, computed });
    else refused.push({ name, reason: computed.message });
  }
  const { verdicts, carried } = withCarrying(example, found);
  const values = found.map(({ name, printed, means, computed }, i): JudgedValue => {
    const { verdict, units } = verdicts[i] ?? verdictOn(printed, computed);
    const slip =
      verdict === 'wrong' ? slipBehind({ name, means, printed, computed }, example, study) : undefined;
    return { name, means, printed, computed, carried: carried[i]?.value, units, verdict, slip };
  });
  const count = (verdict: Verdict): number => values.filter((value) => value.verdict === verdict).length;
  return {
    id: example.id,
    values,
    refused,
    counts: { right: count('right'), rounding: count('rounding'), wrong: count('wrong') },
  };
}

function attempt(study: Study, means: string): number | Refusal {
  try {
    return study.valueOf(means);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
