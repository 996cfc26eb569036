import { numberAt, wordsAt, type Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { View } from './model.ts';
import type { Part } from './part.ts';

const KEYS = [
  ['first', 'day 1'],
  ['mean', 'mean'],
  ['last', 'day 2'],
] as const;

/** What the bars are, and the mean loss, once both days have one. */
export const captionIn = (
  view: View,
  { captionY: y, size: { text: size }, isWide, daysBox }: Layout,
): Part => {
  const pitch = size * (isWide ? 5.2 : 4.55);
  /** So far from the right, in heights of its letters. */
  const before = (ems: number): number => daysBox.width - size * ems;
  const loss = view.valueOf('loss');
  const texts: Text[] = KEYS.map(([, text], i) => wordsAt(text, pitch * i + 15, y, size));
  if (view.panel === 'run')
    texts.push(
      wordsAt('step', before(isWide ? 17 : 10.4), y, size, { anchor: 'end' }),
      numberAt(
        'step',
        view.step,
        { x: before(isWide ? 15.6 : 9.2), y, size },
        { decimals: 0, least: 0, tone: 'ink' },
      ),
    );
  if (loss !== undefined)
    texts.push(
      wordsAt(isWide ? 'mean loss' : 'mean', before(4.1), y, size, { anchor: 'end' }),
      numberAt('loss', loss, { x: before(1.9), y, size }, { characters: 6 }),
    );
  return {
    shapes: KEYS.map(([look], i) => ({ look, d: `M${pitch * i + 0.75} ${y - 5.25}h9.5v10.5h-9.5z` })),
    texts,
  };
};
