import type { Graph } from '../../engine/index.ts';
import { graphIn } from '../paths.ts';
import type { Reading } from '../reading.ts';
import { edgesFrom, leavesOf } from '../walk.ts';
import type { StudyNumber } from './study.ts';

const graphOf = ({ run, settings }: Reading): Graph => graphIn(run, settings.step);

const edgesIn = ({ nodes }: Graph): number => nodes.reduce((count, { edges }) => count + edges.length, 0);

/** Counts of the computation graph, and the rates in it that are one whatever the network. */
export const graphStudy = {
  'graph.operations': {
    of: (reading) => graphOf(reading).nodes.length - leavesOf(graphOf(reading)).length,
  },
  'graph.numbers': {
    of: (reading) => graphOf(reading).nodes.length,
  },
  'graph.leaves': {
    of: (reading) => leavesOf(graphOf(reading)).length,
  },
  'graph.edges': {
    of: (reading) => edgesIn(graphOf(reading)),
  },
  'graph.forward': {
    of: (reading) => {
      const graph = graphOf(reading);
      return leavesOf(graph).reduce((sum, leaf) => sum + edgesFrom(graph, leaf).length, 0);
    },
  },
  'graph.uses': {
    of: (reading) =>
      graphOf(reading).nodes.flatMap(({ edges }) => edges.filter(({ from }) => from === 'x.1')).length,
  },
  'graph.seed': {
    of: () => 1,
    text: () => '1',
  },
  'graph.one': {
    of: () => 1,
    text: () => '1',
  },
} as const satisfies Record<string, StudyNumber>;
