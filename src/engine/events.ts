import { at } from './checks.ts';
import type { Network } from './network.ts';
import type { Moment } from './moments.ts';

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

/** What happened between the moments of a run, in order. One that was to take `steps` and has fewer has overflowed. */
export function eventsOf(
  network: Network,
  moments: readonly Moment[],
  steps: number,
): readonly TrainingEvent[] {
  const events: TrainingEvent[] = [];
  let wasRising = false;
  moments.forEach((moment, step) => {
    const before = moments[step - 1];
    if (hasMoved(before, moment)) events.push(...gateEvents(network, before, moment));
    const isRising = before !== undefined && moment.loss > before.loss;
    if (isRising && !wasRising) events.push({ kind: 'loss-rises', step, from: before.loss, to: moment.loss });
    wasRising = isRising;
  });
  if (moments.length <= steps) events.push({ kind: 'overflow', step: moments.length });
  return events;
}

/** Gates of which none has moved are the same object. */
function hasMoved(before: Moment | undefined, { gates }: Moment): boolean {
  return gates !== before?.gates;
}

function gateEvents(network: Network, before: Moment | undefined, { step, gates }: Moment): TrainingEvent[] {
  const events: TrainingEvent[] = [];
  const silenced = new Map<string, UnitEvent>();
  gates.forEach((layers, example) => {
    const layersBefore = before && at(before.gates, example);
    if (layers === layersBefore) return;
    layers.forEach((units, l) => {
      if (network.layers[l]?.activation !== 'relu') return;
      units.forEach((isOn, j) => {
        const wasOn = layersBefore ? at(at(layersBefore, l), j) : true;
        if (isOn === wasOn) return;
        const unit = { step, layer: l + 1, unit: j + 1 };
        events.push({ kind: isOn ? 'unit-wakes' : 'unit-silent', ...unit, example });
        if (!isOn) silenced.set(`${l}.${j}`, unit);
      });
    });
  });
  for (const unit of silenced.values()) {
    const isOnSomewhere = gates.some((layers) => at(at(layers, unit.layer - 1), unit.unit - 1));
    if (!isOnSomewhere && gates.length > 1) events.push({ kind: 'unit-dies', ...unit });
  }
  return events;
}
