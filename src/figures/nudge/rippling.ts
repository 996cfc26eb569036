import { quantityIn } from '../../story/quantity.ts';
import { circlePath, pathOf } from '../layout/shapes.ts';
import { strandOf } from '../marks/strand.ts';
import type { Picture } from '../picture.ts';
import type { Layout } from './layout.ts';
import type { Experiment } from './model.ts';
import { nodesPicture } from './nodes.ts';
import { rippleOf, type Ripple } from './ripple.ts';

/** The lines of the network, the one in hand marked, and those lit that the nudge has gone along. */
const linesPicture = (
  { nudge: { parameter, before } }: Experiment,
  { sketch, isWide, loss }: Layout,
  { lit, hasLoss }: Ripple,
): Picture => {
  const { lines, ones, oneRadius, output, half } = sketch;
  const chosen = lines.get(parameter);
  return {
    lines: [
      ...(chosen ? [{ look: 'chosen', d: pathOf(chosen), width: isWide ? 14 : 11 }] : []),
      ...[...lines].map(([id, curve]) =>
        strandOf(curve, quantityIn(before, id), lit.has(id) ? 'signal' : 'idle'),
      ),
      {
        look: hasLoss ? 'to-loss lit' : 'to-loss',
        d: `M${output.x + half.output.width} ${loss.y}H${loss.x - loss.radius}`,
      },
      ...[...ones].map(([id, at]) => ({
        look: id === parameter ? 'one in-hand' : 'one',
        d: circlePath(at, oneRadius),
      })),
    ],
  };
};

/** What is drawn when so much of a nudge (0 to 1) has gone through the network: its lines, and over them its nodes. */
export const ripplingOf = (
  experiment: Experiment,
  layout: Layout,
  share: number,
): { readonly lines: Picture; readonly nodes: Picture } => {
  const ripple = rippleOf(experiment.nudge, share, experiment.isTold, layout);
  return {
    lines: linesPicture(experiment, layout, ripple),
    nodes: nodesPicture({ experiment, layout, ripple, share }),
  };
};
