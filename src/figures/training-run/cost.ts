import { RUN_STEPS } from '../../story/essay.ts';
import { format } from '../../story/format.ts';
import { quantityOf, type Frame } from '../../story/frame.ts';
import type { Text, Words } from '../texts.ts';
import { NETWORK, type ChartLayout } from './layout.ts';
import type { RunModel } from './model.ts';

const stepWords = ({ step }: RunModel): Words => ({ text: step, q: 'step', value: step, at: step });

/** Over the chart, in one line: which step it is, the prediction against the target, and the loss. */
export const costOver = (
  frame: Frame,
  model: RunModel,
  { header, type, width, right, isWide }: ChartLayout,
): readonly Text[] => {
  if (header === undefined) return [];
  const [yhat, y, loss] = ['yhat', 'y', 'loss'].map((q) => ({ q, value: quantityOf(frame, q) }));
  const line = { y: header, size: type + 0.5 };
  const number = (of: typeof loss, decimals: number, least: number, look: string): Words => ({
    ...of,
    text: format(of?.value ?? NaN, decimals, least),
    look: `number ${look}`,
  });
  return [
    {
      text: 'step ',
      look: 'shown-step',
      x: 4,
      y: header,
      size: type + 3,
      parts: [stepWords(model), { text: ` of ${RUN_STEPS}`, look: 'letter of' }],
    },
    {
      ...line,
      text: 'ŷ ',
      x: width * 0.57,
      anchor: 'middle',
      parts: [number(yhat, isWide ? 6 : 4, 3, 'signal'), { text: '\u00a0 y ' }, number(y, 2, 0, 'ink')],
    },
    { ...line, text: 'L ', x: right + 6, anchor: 'end', parts: [number(loss, isWide ? 6 : 4, 4, 'loss')] },
  ];
};

/** The same beside the network, line by line. */
export const costBeside = (frame: Frame, model: RunModel): readonly Text[] => {
  const [yhat = NaN, y = NaN, loss = NaN] = ['yhat', 'y', 'loss'].map((q) => quantityOf(frame, q));
  const line = { x: NETWORK.aside - 15, size: 14, anchor: 'end' } as const;
  const name = model.step === RUN_STEPS ? 'final prediction' : 'prediction';
  return [
    { ...line, text: 'step ', look: 'shown-step', y: 38, size: 27, parts: [stepWords(model)] },
    { ...line, text: `of ${RUN_STEPS}`, y: 60 },
    { ...line, text: `${name} ŷ`, y: 96 },
    { ...line, text: format(yhat, 6, 6), look: 'number signal', y: 118, size: 19, q: 'yhat', value: yhat },
    { ...line, text: 'target ', y: 138, parts: [{ text: format(y, 3, 0), look: 'ink', q: 'y', value: y }] },
    { ...line, text: 'loss L', y: 174 },
    { ...line, text: format(loss, 6, 6), look: 'number loss', y: 197, size: 21, q: 'loss', value: loss },
  ];
};
