import { formatFit } from '../../story/format.ts';
import { rounded } from '../layout/shapes.ts';
import { LEAST_TYPE } from '../layout/type.ts';
import type { Text } from '../texts.ts';
import type { Box } from './layout.ts';
import { momentAt, standingOf, type SilenceModel } from './model.ts';
import type { Panel } from './panel.ts';
import { STANDING_WORDS } from './words.ts';

/** Each unit on two days: its sum, its gate, and what it sends on. Shut on one of them, it is inactive there; on both, dead. */
export const daysPanel = (model: SilenceModel, box: Box, isWide: boolean): Panel => {
  const size = isWide ? 14 : 12.5;
  const labels = isWide ? 116 : 58;
  const pitch = (box.width - labels) / 3;
  const wide = Math.min(170, pitch - (isWide ? 26 : 8));
  const line = Math.min(36, Math.max(22, (box.height - 62) / 2));
  const top = box.y + 30;
  const leak = (z: number): number => (z > 0 ? z : model.isLeaky ? z / 100 : 0);
  const middleOf = (day: number): number => top + line * (day + 0.5);
  const units = model.tracks.map((track, i) => {
    const now = momentAt(track, model.step);
    const says = now && standingOf(now);
    const x = box.x + labels + pitch * i;
    const middle = x + wide / 2;
    const days = now ? [now.z, now.otherZ] : [];
    const words = says && STANDING_WORDS[says];
    const numbers = days.flatMap((z, day): readonly Text[] => {
      const isShut = z <= 0;
      const place = {
        look: `number ${isShut ? 'letter' : 'signal'}`,
        y: middleOf(day),
        size: Math.max(LEAST_TYPE, size - 1),
        anchor: 'middle',
        isCentred: true,
      } as const;
      const asked = day === 0 ? { q: `z.1.${track.unit}`, value: z } : {};
      return [
        { text: formatFit(z, isWide ? 7 : 5, 2), x: x + wide * 0.25, ...place, ...asked },
        { text: formatFit(leak(z), isWide ? 7 : 5, isShut ? 4 : 2), x: x + wide * 0.75, ...place },
      ];
    });
    return {
      cell: { x, width: wide, isDead: says === 'dead' },
      bars: days.map((z, day) => ({ isShut: z <= 0, x: rounded(middle), y: middleOf(day) })),
      texts: [
        {
          text: `unit ${track.unit}`,
          look: 'strong',
          x: middle,
          y: box.y + 16,
          size,
          anchor: 'middle' as const,
        },
        ...numbers,
        ...(words
          ? [
              {
                // «inactive on day one», or where there is little room «inactive».
                text: isWide ? words : words.split(' ')[0],
                look: says === 'dead' ? 'ink' : 'letter',
                x: middle,
                y: top + 2 * line + 18,
                size: isWide ? 12.5 : LEAST_TYPE,
                anchor: 'middle' as const,
              },
            ]
          : []),
      ],
    };
  });
  const round = Math.min(line, 24);
  const capsule = ({ x, width }: { readonly x: number; readonly width: number }): string => {
    const arc = (dx: number, dy: number): string => `a${round} ${round} 0 0 1 ${dx} ${dy}`;
    const [across, down] = [rounded(width - 2 * round), rounded(2 * line - 2 * round)];
    return `M${rounded(x + round)} ${rounded(top)}h${across}${arc(round, round)}v${down}${arc(-round, round)}h${-across}${arc(-round, -round)}v${-down}${arc(round, -round)}z`;
  };
  return {
    paths: units.flatMap(({ cell, bars }) => [
      { look: cell.isDead ? 'cell dead' : 'cell', d: capsule(cell) },
      ...bars.map(({ isShut, x, y }) => ({
        look: isShut ? 'bar shut' : 'bar',
        d: isShut
          ? `M${x} ${rounded(y - line / 2)}v${rounded(line)}`
          : `M${x} ${rounded(y - line / 2)}v4M${x} ${rounded(y + line / 2)}v-4`,
      })),
    ]),
    dots: [],
    texts: [
      ...['day one', isWide ? 'inputs swapped' : 'swapped'].map((text, day) => ({
        text,
        x: box.x,
        y: middleOf(day),
        size: isWide ? 13 : LEAST_TYPE,
        isCentred: true,
      })),
      ...units.flatMap(({ texts }) => texts),
    ],
  };
};
