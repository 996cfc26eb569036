import { formatFit } from '../../story/format.ts';
import { circlePath, formOf, pathOf, pillOf, widthFor } from '../layout/shapes.ts';
import { numberAt, wordsAt, type Text } from '../texts.ts';
import type { Box } from './layout.ts';
import type { Day, View } from './model.ts';
import { netIn } from './net.ts';
import { gateShapes, type Part, type Strand } from './part.ts';

/** Over the network there is a line of words so high. */
const HEAD = 30;

/** One day's pass: what goes forward, and on every line, once it is known, the gradient of its parameter on that day. */
export const networkIn = (view: View, day: Day, box: Box, size: number): Part => {
  const { of, weather } = day;
  const { all, valueOf } = view;
  const net = netIn({ ...box, y: box.y + HEAD, height: box.height - HEAD }, view.run.parameters);
  const { inputs, output, capsule } = net;
  const [half, tall] = [capsule.width / 2, capsule.height / 2];
  /** Characters that a cell has room for. */
  const room = Math.floor((half - 7) / (size * 0.57));
  const head = box.y + 11;
  const right = box.x + box.width;
  const units = [
    ...net.hidden.map((at, j) => ({ at, unit: `1.${j + 1}`, a: `a.1.${j + 1}` })),
    { at: output, unit: '2.1', a: 'yhat' },
  ];
  const slope = valueOf(of('dz.2.1'));

  const strands = net.lines.map(({ id, curve }): Strand => {
    const [, layer = '', to = ''] = id.split('.');
    const gradient = valueOf(of(`d${id}`));
    const value = gradient ?? all.get(id) ?? NaN;
    const isSent = valueOf(of(`z.${layer}.${to}`)) !== undefined;
    const tone = gradient !== undefined ? 'gradient' : isSent ? 'signal' : 'idle';
    return { look: `${tone} ${formOf(value)}`, d: pathOf(curve), width: widthFor(value) };
  });
  const cells = units.flatMap(({ at: { x, y }, unit, a }): readonly Text[] => {
    const z = valueOf(of(`z.${unit}`));
    const isHidden = unit !== '2.1';
    // A number too long for its cell is set as small as may be.
    const isLong = z !== undefined && formatFit(z, room).length > room;
    return [
      numberAt(
        of(`z.${unit}`),
        z,
        { x: x - half / 2 + (isLong ? 3 : 2), y, size: isLong ? 12 : size },
        { characters: room, tone: 'ink' },
      ),
      numberAt(
        of(a),
        valueOf(of(a)),
        { x: x + half / 2 - (isHidden ? 1 : 2), y, size },
        { characters: room, decimals: isHidden ? 4 : 3, tone: isHidden ? 'ink' : 'signal' },
      ),
    ];
  });

  return {
    strands: [
      ...net.lines
        .filter(({ id }) => id === view.chosen)
        .map(({ curve }) => ({ look: 'chosen', d: pathOf(curve), width: 11 })),
      ...strands,
    ],
    shapes: [
      ...net.lines
        .filter(({ id }) => id.startsWith('b.'))
        .map(({ curve: [start] }) => ({ look: 'one', d: circlePath(start, 2.5) })),
      ...inputs.map((at) => ({ look: 'unit lit', d: circlePath(at, net.radius) })),
      ...units.flatMap(({ at, unit }) => {
        const q = of(`gate.${unit}`);
        const gate = valueOf(q);
        const isLit = valueOf(of(`z.${unit}`)) !== undefined && gate !== 0;
        const [top, bottom] = [at.y - tall, at.y + tall];
        return [
          { look: isLit ? 'unit lit' : 'unit', d: pillOf(at, capsule) },
          { look: 'divider', d: `M${at.x} ${top}V${bottom}` },
          ...gateShapes(q, gate, at.x, [top, bottom], 6),
        ];
      }),
      ...(slope === undefined
        ? []
        : [
            {
              look: 'plate',
              d: pillOf({ x: output.x + 19, y: output.y + tall + 18 }, { width: 62, height: 22 }),
            },
          ]),
    ],
    texts: [
      wordsAt(`${day.name}${day.words ? `: ${day.words}` : ''}`, box.x + (weather ? 26 : 0), head, size + 1, {
        look: view.day === day.index ? 'strong' : 'heading',
      }),
      wordsAt('target', right - 34, head, size, { anchor: 'end' }),
      numberAt(
        of('y'),
        all.get(of('y')),
        { x: right - 15, y: head, size },
        { characters: 4, least: 0, tone: 'ink' },
      ),
      ...inputs.map((at, k) => {
        const q = of(`x.${k + 1}`);
        return numberAt(q, all.get(q), { ...at, size }, { characters: 5, tone: 'ink' });
      }),
      ...cells,
      wordsAt('loss', output.x, output.y - tall - 34, size, { anchor: 'middle' }),
      numberAt(
        of('loss'),
        valueOf(of('loss')),
        { x: output.x, y: output.y - tall - 16, size: size + 1 },
        { characters: 8 },
      ),
      ...(slope === undefined
        ? []
        : [
            numberAt(
              of('dz.2.1'),
              slope,
              { x: output.x + 19, y: output.y + tall + 18, size },
              { characters: 7, least: 4, tone: 'gradient strong' },
            ),
          ]),
    ],
    signs: weather ? [{ of: weather, x: box.x + 9, y: head }] : [],
  };
};
