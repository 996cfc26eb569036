import { formatFit, formatGradient } from '../../story/format.ts';
import { rounded } from '../layout/shapes.ts';
import { LEAST_TYPE, widthOf } from '../layout/type.ts';
import type { Picture } from '../picture.ts';
import { scale } from '../scale.ts';
import type { Box } from './layout.ts';
import type { SilenceModel } from './model.ts';
import { gateDot } from './gate-dot.ts';
import { WAY_WORDS, wakingWords } from './words.ts';

/** The ways to wake the silent unit: each the smallest move of one number, in tenths, that takes its sum over zero. */
export const wakePanel = (model: SilenceModel, box: Box, isWide: boolean): readonly Picture[] => {
  if (model.sleeper === undefined) {
    const text = `No unit is silent at the start${isWide ? ': there is none to wake' : ''}.`;
    return [{ lines: [], texts: [{ text, x: box.x, y: box.y + 24, size: 14 }] }];
  }
  const wakings = model.wakings.flatMap(({ waking }) => waking ?? []);
  const least = Math.min(...wakings.map(({ before }) => before));
  const most = Math.max(...wakings.map(({ after }) => after));
  const room = (most - least) * 0.22;
  const gap = isWide ? 18 : 15;
  const small = isWide ? 13 : LEAST_TYPE;
  /** Whether a row one over the other has a third line. */
  const isAiry = box.height / 3 >= 2 * gap + 16;

  return model.wakings.map(({ way, waking, gradient }, i): Picture => {
    const pitch = (isWide ? box.width : box.height) / 3;
    const x = isWide ? box.x + pitch * i : box.x;
    const y = isWide ? box.y + 16 : box.y + pitch * i + 12;
    const name = {
      text: WAY_WORDS[way],
      look: way === model.way ? 'strong chosen' : 'strong',
      x,
      y,
      size: isWide ? 14 : 12.5,
    };
    if (!waking)
      return {
        lines: [],
        texts: [name, { text: 'no move in range', x, y: y + gap, size: LEAST_TYPE }],
      };
    const [from, to] = isWide ? [x, x + pitch - 34] : [box.x + box.width * 0.46, box.x + box.width - 8];
    const level = rounded(isWide ? y + 62 : y + 2);
    const along = scale([least - room, most + room], [from, to]);
    const [a, zero, b] = [waking.before, 0, waking.after].map((z) => rounded(along(z))) as [
      number,
      number,
      number,
    ];
    const over = rounded(level - 6);
    const arc = Math.min(22, Math.abs(b - a) * 0.3);
    const under = { y: level + (isWide ? 25 : 20), size: 12.5, anchor: 'middle' } as const;
    return {
      lines: [
        { look: 'line', d: `M${rounded(from)} ${level}H${rounded(to)}` },
        { look: 'gate', d: `M${zero} ${rounded(level - 11)}v22` },
        {
          look: 'arc',
          d: `M${a} ${over}Q${rounded((a + b) / 2)} ${rounded(over - arc)} ${b} ${over}`,
        },
      ],
      dots: [gateDot(waking.before, a, level, 5), gateDot(waking.after, b, level, 5)],
      texts: [
        name,
        { text: wakingWords(waking), x, y: y + gap, size: small },
        {
          text: formatFit(waking.before, 6, 2),
          x: Math.max(a, from + widthOf('−0.20', 12.5) / 2),
          ...under,
        },
        { text: formatFit(waking.after, 6, 2), look: 'number signal', x: Math.min(b, to - 14), ...under },
        ...(isWide || isAiry
          ? [
              {
                text: '∂L/∂z 0 → ',
                x,
                y: isWide ? level + 50 : y + 2 * gap,
                size: small,
                parts: [{ text: formatGradient(gradient ?? NaN), look: 'number gradient' }],
              },
            ]
          : []),
      ],
    };
  });
};
