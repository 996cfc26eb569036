import type { Kind } from '../symbol.ts';

/** What the numbers of studies are, hence what colours they wear: all that is needed of them before they are asked for. */
const STUDY_KINDS = {
  'loss.coin': 'loss',
  'loss.decade': 'loss',
  'loss.wrong': 'loss',
  'loss.wronger': 'loss',
  'loss.growth': 'count',
  'loss.tried': 'loss',
  'nudge.eps': 'parameter',
  'nudge.eps-tenth': 'parameter',
  'nudge.change': 'signal',
  'nudge.after': 'signal',
  'nudge.raised': 'loss',
  'nudge.outcome': 'loss',
  'nudge.outcome-tenth': 'loss',
  'nudge.promise': 'gradient',
  'nudge.gap': 'count',
  'nudge.gap-tenth': 'count',
  'nudge.gap-hundredth': 'count',
  'nudge.rate': 'loss',
  'nudge.size': 'count',
  'bill.slope': 'signal',
  'bill.forward': 'count',
  'bill.parameters': 'count',
  'bill.runs': 'signal',
  'bill.speed': 'count',
  'bill.years': 'count',
  'bill.length': 'count',
  'run.least': 'loss',
  'run.change': 'loss',
  'run.halved': 'count',
  'run.shuts': 'count',
  'run.shuts-at': 'count',
  'run.gap': 'count',
  'rate.eta': 'parameter',
  'rate.one': 'loss',
  'rate.two': 'loss',
  'rate.end': 'count',
  'wake.unit': 'count',
  'wake.silent': 'count',
  'wake.leaky': 'count',
  'wake.other': 'count',
  'wake.other-at': 'count',
} as const satisfies Readonly<Record<string, Kind>>;

/** The kind of a study's number, from its id; undefined for the id of something else. */
export const studyKind = (id: string): Kind | undefined => {
  const [name = ''] = id.split(':');
  const kinds: Readonly<Record<string, Kind>> = STUDY_KINDS;
  return Object.hasOwn(kinds, name) ? kinds[name] : undefined;
};
