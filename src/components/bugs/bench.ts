import type { Progress } from '../../story/bugs/outcome.ts';
import type { View } from '../../story/bugs/view.ts';

/** What the lab shares with what stands around it. */
export interface Bench {
  readonly view: View;
  readonly chosen: string;
  /** The parameter pointed at. */
  readonly lit: string | undefined;
  readonly progress: Progress;
  readonly onchoose: (id: string) => void;
  readonly onpoint: (id: string | undefined) => void;
  readonly onopen: (number: number) => void;
}
