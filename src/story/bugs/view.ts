import { at, type Network } from '../../engine/index.ts';
import { textOf } from '../symbol.ts';
import { caseOf, MORNINGS, networkOf, UNIT_WORDS, type BugName, type Case } from './cases.ts';
import { gradientCheck, stepCheck, type Check } from './check.ts';
import { brokenRun, courseOf, soundRun, type Descent } from './descent.ts';
import { standingOf, type Standing } from './outcome.ts';
import { inPlain, type Sentence } from './parts.ts';
import { NOT, reasonAgainst } from './reasons.ts';
import { courseSentence, dotSentence, headlineOf, silenceOf, type Look } from './sentences.ts';
import type { BugSettings } from './settings.ts';
import { valuesOf } from './trace.ts';

/** Everything that the lab shows, from what is set. */
export interface View {
  readonly of: Case;
  readonly standing: Standing;
  readonly broken: Descent;
  readonly sound: Descent;
  /** The step shown: as it is set, or the last one that the code gets to. */
  readonly step: number;
  readonly network: Network;
  readonly gradient: Check;
  /** Whether the step can be checked: when the gradient check finds nothing. */
  readonly hasStepCheck: boolean;
  readonly look: Look;
  /** The check that is shown. */
  readonly check: Check;
  readonly headline: string;
  readonly silence: string | undefined;
  readonly dot: Sentence;
  readonly course: Sentence;
  readonly morning: number;
  readonly forward: ReadonlyMap<string, number>;
  readonly isGated: boolean;
  readonly hiddenWords: string;
}

export const viewOf = (settings: BugSettings): View => {
  const of = caseOf(settings['bugs.case']);
  const start = settings['bugs.start'];
  const [broken, sound] = [brokenRun(of, start), soundRun(of, start)];
  const step = Math.min(settings['bugs.step'], broken.networks.length - 1);
  const network = at(broken.networks, step);
  const gradient = gradientCheck(of.bug, network);
  const hasStepCheck = gradient.off.length === 0 && !gradient.isBlind;
  const look = hasStepCheck ? settings['bugs.look'] : 'check';
  const check = look === 'step' ? stepCheck(of.bug, network) : gradient;
  const dot = check.dots.find(({ id }) => id === settings['bugs.param']) ?? at(check.dots, 0);
  const morning = settings['bugs.day'] === 'wet' ? 0 : 1;
  return {
    of,
    standing: standingOf(of, settings['bugs.guesses'], settings['bugs.told'] === 'yes'),
    broken,
    sound,
    step,
    network,
    gradient,
    hasStepCheck,
    look,
    check,
    headline: headlineOf(check),
    silence: silenceOf(check, look),
    dot: dotSentence(dot, look),
    course: courseSentence(courseOf(broken, sound)),
    morning,
    forward: valuesOf(of.bug, network, morning),
    isGated: of.hidden === 'relu' || of.hidden === 'leakyRelu',
    hiddenWords: UNIT_WORDS[of.hidden],
  };
};

/** Why a guess is wrong, by the numbers that are shown; by those of the start where these cannot tell. */
export const reasonIn = ({ of, network, look }: View, guess: BugName): Sentence => {
  const [first = '', ...rest] = reasonAgainst(guess, of.bug, network, networkOf(of, 'given'));
  return look === 'step' && first === NOT ? [first, 'in the gradient check ', ...rest] : [first, ...rest];
};

/** A case's check before any training, from the given start: what it is known by. */
export const fingerprintOf = (of: Case): Check => gradientCheck(of.bug, networkOf(of, 'given'));

/** The names of some parameters, one after another. */
export const listed = (ids: readonly string[]): string => ids.map((id) => textOf(id)).join(', ');

/** What a check shows, for who cannot see it. */
export const checkInWords = ({ check, look, headline, dot }: View): string => {
  const words = { on: 'on the line', off: 'off the line', none: 'without a number' } as const;
  const each = check.dots.map(({ id, verdict }) => `${textOf(id)} ${words[verdict]}`).join(', ');
  return `${look === 'check' ? 'The gradient check' : 'The check of the step'}. ${headline}: ${each}. ${inPlain(dot)}`;
};

/** The weather of a morning in words. */
export const MORNING_WORDS = MORNINGS.map(({ target }) => (target[0] === 1 ? 'wet' : 'dry'));
