import { randomFrom } from '@/engine/index.ts';
import { PARAMETERS } from '@/story/essay.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';

/** Settings as a reader might make them, from a seed: numbers of two decimals, zeros among them, every kind of target. */
export const settingsFor = (seed: number): Settings => {
  const random = randomFrom(seed);
  const within = (size: number): number => Math.round((random() * 2 - 1) * size * 100) / 100;
  return {
    ...DEFAULTS,
    x: [within(2), seed % 7 === 0 ? 0 : within(2)],
    y: [1, 0, 1, 0.3][seed % 4] ?? 1,
    theta: PARAMETERS.map(() => (random() < 0.08 ? 0 : within(2))),
    eta: [0.5, 0.1, 2, 1][Math.floor(random() * 4)] ?? 0.5,
  };
};
