import { formatFit } from '../../story/format.ts';
import { pillOf, rounded } from '../layout/shapes.ts';
import { LEAST_TYPE } from '../layout/type.ts';
import type { Picture } from '../picture.ts';
import { wordsAt, type Text } from '../texts.ts';
import type { Box } from './layout.ts';
import { momentAt, standingOf, type SilenceModel } from './model.ts';
import { STANDING_WORDS } from './words.ts';

/** Each unit on two days: its sum, its gate, and what it sends on. Shut on one of them, it is inactive there; on both, dead. */
export const daysPanel = (model: SilenceModel, box: Box, isWide: boolean): readonly Picture[] => {
  const size = isWide ? 14 : 12.5;
  const labels = isWide ? 116 : 58;
  const pitch = (box.width - labels) / 3;
  const wide = Math.min(170, pitch - (isWide ? 26 : 8));
  const line = Math.min(36, Math.max(22, (box.height - 62) / 2));
  const top = box.y + 30;
  const leak = (z: number): number => (z > 0 ? z : model.isLeaky ? z / 100 : 0);
  const middleOf = (day: number): number => top + line * (day + 0.5);
  const type = Math.max(LEAST_TYPE, size - 1);
  const units = model.tracks.map((track, i): Picture => {
    const now = momentAt(track, model.step);
    const says = now && standingOf(now);
    const x = box.x + labels + pitch * i;
    const middle = x + wide / 2;
    const days = now ? [now.z, now.otherZ] : [];
    const inMiddle = (text: string | undefined, look: string, y: number, size: number): Text => ({
      text,
      look,
      x: middle,
      y,
      size,
      anchor: 'middle',
    });
    const texts = [inMiddle(`unit ${track.unit}`, 'strong', box.y + 16, size)];
    for (const [day, z] of days.entries()) {
      const isShut = z <= 0;
      const look = `number ${isShut ? 'letter' : 'signal'}`;
      const number = (value: number, decimals: number, share: number): Text =>
        wordsAt(formatFit(value, isWide ? 7 : 5, decimals), x + wide * share, middleOf(day), type, {
          look,
          anchor: 'middle',
        });
      texts.push(
        { ...number(z, 2, 0.25), ...(day === 0 ? { q: `z.1.${track.unit}`, value: z } : {}) },
        number(leak(z), isShut ? 4 : 2, 0.75),
      );
    }
    if (says) {
      const words = STANDING_WORDS[says];
      // «inactive on day one», or where there is little room «inactive».
      const short = isWide ? words : words.split(' ')[0];
      const look = says === 'dead' ? 'ink' : 'letter';
      texts.push(inMiddle(short, look, top + 2 * line + 18, isWide ? 12.5 : LEAST_TYPE));
    }
    return {
      lines: [
        {
          look: says === 'dead' ? 'cell dead' : 'cell',
          d: pillOf({ x: middle, y: top + line }, { width: wide, height: 2 * line }, Math.min(line, 24)),
        },
        ...days.map((z, day) => {
          const bar = `M${rounded(middle)} ${rounded(middleOf(day) - line / 2)}v`;
          return z <= 0
            ? { look: 'bar shut', d: `${bar}${rounded(line)}` }
            : { look: 'bar', d: `${bar}4m0 ${rounded(line - 8)}v4` };
        }),
      ],
      texts,
    };
  });
  const names = ['day one', isWide ? 'inputs swapped' : 'swapped'].map((text, day) =>
    wordsAt(text, box.x, middleOf(day), isWide ? 13 : LEAST_TYPE),
  );
  return [{ lines: [], texts: names }, ...units];
};
