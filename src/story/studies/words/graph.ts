import type { graphStudy } from '../graph.ts';
import type { StudyWords } from '../study.ts';

const counted = (what: string): string =>
  `Counted in the computation graph of the essay’s own network: ${what}.`;

/** What each of them is, and where it comes from. */
export const graphWords = {
  'graph.operations': {
    words: 'the operations of the network',
    sentence: counted('every product, every sum, every gate, the sigmoid and the loss'),
  },
  'graph.numbers': {
    words: 'the nodes of the graph',
    sentence: counted('its operations, and the parameters and inputs that they begin with'),
  },
  'graph.leaves': {
    words: 'the parameters and inputs',
    sentence: counted('the nodes that nothing computes'),
  },
  'graph.edges': {
    words: 'the edges of the graph',
    sentence: counted('one from each number to every operation that uses it'),
  },
  'graph.forward': {
    words: 'the edges of all walks forward',
    sentence: counted(
      'from each parameter and each input the edges up to the loss that a change of it runs along, added up',
    ),
  },
  'graph.uses': {
    words: 'how often the first input is used',
    sentence: counted('the edges that begin at the first input'),
  },
  'graph.seed': {
    words: 'how fast the loss changes with itself',
    sentence: 'Where every walk back begins: whatever a number is, it changes with itself at the rate one.',
  },
  'graph.one': {
    words: 'how fast a sum changes with one of its parts',
    sentence: 'A part that rises by some amount raises the sum by the same amount: the rate is one.',
  },
} as const satisfies Record<keyof typeof graphStudy, StudyWords>;
