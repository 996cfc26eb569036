// Worked examples that other people have published, in the order of the menu: facts from the source named in each, in the
// shape that src/story/worked/read.ts reads, with a note of our own.
import assignment from './assignment2-2-3-1.json' with { type: 'json' };
import bookAi from './book-ai-ch8.json' with { type: 'json' };
import brownlee from './brownlee-scratch.json' with { type: 'json' };
import courseraLabels from './coursera-c1w3-labels.json' with { type: 'json' };
import courseraCheck from './coursera-c2w1-gradcheck.json' with { type: 'json' };
import cs231n from './cs231n-neuron.json' with { type: 'json' };
import han from './han-kamber-9.1.json' with { type: 'json' };
import kircerta from './kircerta-2-2-1-relu.json' with { type: 'json' };
import lexai from './lexai-2-1-1.json' with { type: 'json' };
import mazur from './mazur-2015.json' with { type: 'json' };
import mazurAfter from './mazur-2015-after.json' with { type: 'json' };
import micrograd from './micrograd-neuron.json' with { type: 'json' };
import miller from './miller-mind-2015.json' with { type: 'json' };
import nbis from './nbis-exercise.json' with { type: 'json' };
import nested from './nestedsoftware-1-1-1.json' with { type: 'json' };
import primelearnpoint from './primelearnpoint-2x2-wrong.json' with { type: 'json' };
import prosise from './prosise-2-3-1-no-mask.json' with { type: 'json' };
import prosiseForward from './prosise-2-3-1-forward.json' with { type: 'json' };
import rai from './rahul-rai-1-1-1.json' with { type: 'json' };
import rgu from './rgu-3.1.json' with { type: 'json' };
import ucsd from './ucsd-dsc140b-lecture.json' with { type: 'json' };
import udlbook from './udlbook-7.1.json' with { type: 'json' };
import zaki from './zaki-meira-25.json' with { type: 'json' };

/** What is told of every example, beside what is computed. */
export interface PublishedExample {
  readonly id: string;
  /** Whose it is, short enough for the menu. */
  readonly by: string;
  readonly year?: number;
  readonly title: string;
  /** Its address. */
  readonly source?: string;
  /** Where to find it there, or otherwise. */
  readonly where?: string;
  /** `verbatim`: its text was read; `secondary`: in copies. */
  readonly seen: string;
  readonly note: string;
  readonly published_as_printed: Readonly<Record<string, string>>;
}

export const examples: readonly PublishedExample[] = [
  mazur,
  mazurAfter,
  rgu,
  han,
  miller,
  courseraLabels,
  courseraCheck,
  brownlee,
  cs231n,
  micrograd,
  nbis,
  zaki,
  lexai,
  primelearnpoint,
  udlbook,
  kircerta,
  assignment,
  nested,
  bookAi,
  rai,
  ucsd,
  prosiseForward,
  prosise,
];
