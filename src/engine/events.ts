import { at } from './checks.ts';
import type { Network } from './network.ts';
import type { Moment } from './train.ts';

/** A unit, named as in the names of quantities: layers and units count from 1. */
interface UnitEvent {
  readonly step: number;
  readonly layer: number;
  readonly unit: number;
}

/**
 * Something worth telling about a run, told of the first moment at which it is so; at step 0, of what is so from the
 * start. `example` is an index into the data, from 0.
 */
export type TrainingEvent =
  /** A ReLU unit is off for an example: inactive there. */
  | (UnitEvent & { readonly kind: 'unit-silent'; readonly example: number })
  /** It is on again. */
  | (UnitEvent & { readonly kind: 'unit-wakes'; readonly example: number })
  /** It is off for every example: dead on these data. Not told of a single example, which cannot show it. */
  | (UnitEvent & { readonly kind: 'unit-dies' })
  /** The mean loss is higher than at the step before, and was not rising then. */
  | { readonly kind: 'loss-rises'; readonly step: number; readonly from: number; readonly to: number }
  /** This step would have led past the largest number there is; the run ends before it. */
  | { readonly kind: 'overflow'; readonly step: number };

/** What happened between the moments of a run, in order. */
export function eventsOf(network: Network, moments: readonly Moment[]): readonly TrainingEvent[] {
  return moments.flatMap((moment, step) => {
    const before = moments[step - 1];
    const earlier = moments[step - 2];
    return [...gateEvents(network, before, moment), ...lossEvents(earlier, before, moment)];
  });
}

function lossEvents(
  earlier: Moment | undefined,
  before: Moment | undefined,
  { step, loss }: Moment,
): TrainingEvent[] {
  if (!before || loss <= before.loss) return [];
  const wasRising = earlier !== undefined && before.loss > earlier.loss;
  return wasRising ? [] : [{ kind: 'loss-rises', step, from: before.loss, to: loss }];
}

function gateEvents(network: Network, before: Moment | undefined, { step, gates }: Moment): TrainingEvent[] {
  const events: TrainingEvent[] = [];
  network.layers.slice(0, -1).forEach(({ activation, bias }, l) => {
    if (activation !== 'relu') return;
    bias.forEach((_, j) => {
      const unit = { step, layer: l + 1, unit: j + 1 };
      const isOn = gates.map((layers) => at(at(layers, l), j));
      const wasOn = before ? before.gates.map((layers) => at(at(layers, l), j)) : isOn.map(() => true);
      isOn.forEach((on, example) => {
        if (on !== wasOn[example]) events.push({ kind: on ? 'unit-wakes' : 'unit-silent', ...unit, example });
      });
      const isDead = !isOn.includes(true);
      if (isDead && wasOn.includes(true) && gates.length > 1) events.push({ kind: 'unit-dies', ...unit });
    });
  });
  return events;
}
