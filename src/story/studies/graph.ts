import type { Graph } from '../../engine/index.ts';
import { graphIn } from '../paths.ts';
import type { Reading } from '../reading.ts';
import { edgesFrom, leavesOf } from '../walk.ts';
import type { StudyNumber } from './study.ts';

const graphOf = ({ run, settings }: Reading): Graph => graphIn(run, settings.step);

const edgesIn = ({ nodes }: Graph): number => nodes.reduce((count, { edges }) => count + edges.length, 0);

const counted = (what: string): string =>
  `Counted in the computation graph of the essay’s own network: ${what}.`;

/** Counts of the computation graph, and the rates in it that are one whatever the network. */
export const graphStudy = {
  'graph.operations': {
    of: (reading) => graphOf(reading).nodes.length - leavesOf(graphOf(reading)).length,
    words: 'the operations of the network',
    sentence: counted('every product, every sum, every gate, the sigmoid and the loss'),
  },
  'graph.numbers': {
    of: (reading) => graphOf(reading).nodes.length,
    words: 'the nodes of the graph',
    sentence: counted('its operations, and the parameters and inputs that they begin with'),
  },
  'graph.leaves': {
    of: (reading) => leavesOf(graphOf(reading)).length,
    words: 'the parameters and inputs',
    sentence: counted('the nodes that nothing computes'),
  },
  'graph.edges': {
    of: (reading) => edgesIn(graphOf(reading)),
    words: 'the edges of the graph',
    sentence: counted('one from each number to every operation that uses it'),
  },
  'graph.forward': {
    of: (reading) => {
      const graph = graphOf(reading);
      return leavesOf(graph).reduce((sum, leaf) => sum + edgesFrom(graph, leaf).length, 0);
    },
    words: 'the edges of all walks forward',
    sentence: counted(
      'from each parameter and each input the edges up to the loss that a change of it runs along, added up',
    ),
  },
  'graph.uses': {
    of: (reading) =>
      graphOf(reading).nodes.flatMap(({ edges }) => edges.filter(({ from }) => from === 'x.1')).length,
    words: 'how often the first input is used',
    sentence: counted('the edges that begin at the first input'),
  },
  'graph.seed': {
    of: () => 1,
    words: 'how fast the loss changes with itself',
    sentence: 'Where every walk back begins: whatever a number is, it changes with itself at the rate one.',
    text: () => '1',
  },
  'graph.one': {
    of: () => 1,
    words: 'how fast a sum changes with one of its parts',
    sentence: 'A part that rises by some amount raises the sum by the same amount: the rate is one.',
    text: () => '1',
  },
} as const satisfies Record<string, StudyNumber>;
