import type { Point } from '../layout/shapes.ts';
import type { Picture } from '../picture.ts';
import type { Compared } from './model.ts';

const WAVES = [0, 1, 2, 3];
const LOUD = 0.5;
const FAINT = 0.05;
/** From one ear down to the next. */
const PITCH = 44;

/**
 * How loud what comes back is, as a share of the largest error that there can be, for those who would rather not read a
 * curve: an ear for each loss, the first around a place.
 */
export const earsPicture = ({ bce, mse }: Compared, most: number, { x, y: top }: Point): Picture => {
  const ears = [
    { name: 'cross-entropy', sent: bce },
    { name: 'squared error', sent: mse },
  ].map(({ name, sent }, i) => {
    const size = Math.abs(sent.op.value) / most;
    /** All waves are heard of a whole error, one of a faint one. */
    const heard = size < FAINT ? 0 : Math.ceil(size * WAVES.length);
    const words = size >= LOUD ? 'loud and clear' : heard > 0 ? 'a whisper' : 'next to nothing';
    return { name, words, heard, y: top + PITCH * i };
  });
  const joined = (draw: (ear: (typeof ears)[number]) => string): string => ears.map(draw).join('');
  const waves = (shown: readonly number[], y: number): string =>
    shown
      .map(
        (wave) =>
          `M${x - 9 - wave * 6} ${y - 5 - wave * 3.2}q${-4 - wave * 1.4} ${5 + wave * 3.2} 0 ${10 + wave * 6.4}`,
      )
      .join('');
  return {
    lines: [
      { look: 'wave', d: joined(({ heard, y }) => waves(WAVES.slice(heard), y)) },
      { look: 'wave heard', d: joined(({ heard, y }) => waves(WAVES.slice(0, heard), y)) },
      {
        look: 'ear',
        d: joined(
          ({ y }) =>
            `M${x} ${y - 5}c-1 -9 13 -13 16 -3c2 7 -5 10 -6 16c-1 7 -9 8 -10 1m4 -13c1 -5 7 -5 7 -1c0 3 -5 4 -4 8`,
        ),
      },
      { look: 'plug', d: joined(({ heard, y }) => (heard > 0 ? '' : `M${x - 5} ${y + 3}l10 -5`)) },
    ],
    texts: ears.flatMap(({ name, words, y }) => [
      { text: name, x: x + 26, y: y - 3, size: 12 },
      { text: words, look: 'ink', x: x + 26, y: y + 13, size: 12.5 },
    ]),
  };
};
