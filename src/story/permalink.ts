import { DEFAULTS, PARAMETERS, RANGES, type Settings } from './essay.ts';
import { format } from './format.ts';
import { PHASES, type Phase } from './phase.ts';

/** The version of the address format. */
const VERSION = '1';

/** What an address said, and a sentence for each part of it that could not be used as it stood. */
export interface Read {
  readonly settings: Settings;
  /** How far the lab has taken its training step. */
  readonly phase: Phase;
  readonly notices: readonly string[];
}

const clamped = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(high, Math.max(low, value));

const numbers = (text: string): readonly number[] | undefined => {
  const found = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  return found.every(Number.isFinite) ? found : undefined;
};

/** What the lab shows until the reader presses something there. */
const FIRST_PHASE: Phase = 'ready';

/**
 * Reads the settings and the phase out of the query of an address. Total: what cannot be read falls back to the default, what is out
 * of range is brought to its nearest bound, and each time a notice names the part, what was expected and what was found.
 */
export const settingsFrom = (query: string): Read => {
  const parameters = new URLSearchParams(query);
  const notices: string[] = [];
  const version = parameters.get('v');
  if (version !== null && version !== VERSION) {
    return {
      settings: DEFAULTS,
      phase: FIRST_PHASE,
      notices: [
        `This link was made for version ${version.slice(0, 20)} of the essay; this is version ${VERSION}, so it was ignored.`,
      ],
    };
  }

  const list = (
    name: keyof typeof RANGES,
    expected: string,
    fallback: readonly number[],
  ): readonly number[] => {
    const text = parameters.get(name);
    if (text === null) return fallback;
    const found = numbers(text);
    if (found?.length !== fallback.length) {
      notices.push(`${name} was ignored: expected ${expected}, found “${text.slice(0, 40)}”.`);
      return fallback;
    }
    const [low, high] = RANGES[name];
    const held = found.map((value) => clamped(value, RANGES[name]));
    if (held.some((value, i) => value !== found[i])) {
      notices.push(`${name} was brought into its range, ${format(low, 2, 0)} to ${format(high, 2, 0)}.`);
    }
    return held;
  };
  const one = (name: 'y' | 'eta' | 'step', fallback: number): number =>
    list(name, 'a number', [fallback])[0] ?? fallback;

  const step = one('step', DEFAULTS.step);
  const whole = Math.round(step);
  if (whole !== step) notices.push(`step was rounded to ${whole}: training steps are whole.`);

  const asked = parameters.get('param');
  if (asked !== null && !PARAMETERS.includes(asked)) {
    notices.push(
      `param was ignored: expected the name of a weight or bias such as w.1.2.1, found “${asked.slice(0, 40)}”.`,
    );
  }
  const done = parameters.get('phase');
  const phase = done === null ? FIRST_PHASE : PHASES.find((name) => name === done);
  if (phase === undefined) {
    notices.push(`phase was ignored: expected one of ${PHASES.join(', ')}, found “${done?.slice(0, 40)}”.`);
  }
  return {
    settings: {
      x: list('x', 'two numbers', DEFAULTS.x),
      y: one('y', DEFAULTS.y),
      theta: list('theta', '13 numbers', DEFAULTS.theta),
      eta: one('eta', DEFAULTS.eta),
      step: whole,
      param: asked !== null && PARAMETERS.includes(asked) ? asked : DEFAULTS.param,
    },
    phase: phase ?? FIRST_PHASE,
    notices,
  };
};

/** The query of an address that `settingsFrom` reads back to the same settings and phase; "" for the defaults. */
export const queryOf = (settings: Settings, phase: Phase = FIRST_PHASE): string => {
  const parts: string[] = [];
  for (const name of ['x', 'y', 'theta', 'eta', 'step', 'param'] as const) {
    const value = String(settings[name]);
    if (value !== String(DEFAULTS[name])) parts.push(`${name}=${value}`);
  }
  if (phase !== FIRST_PHASE) parts.push(`phase=${phase}`);
  return parts.length ? `?v=${VERSION}&${parts.join('&')}` : '';
};
