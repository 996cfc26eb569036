import { atWork } from '../../browser/at-work.ts';
import { whileIdle } from '../../browser/idle.ts';
import { kept } from '../../story/frame.ts';
import { outcomeAt, STOPS, type Outcome } from '../../story/rates.ts';
import type { Run } from '../../story/run.ts';

/** So many more runs are shown at a time: each showing draws the whole map. */
const SHOWN = 12;

/** All the runs of a map: made one by one in idle moments, and kept as long as the run that they start from. */
export class Sweep {
  readonly #run: Run;
  readonly #made: Outcome[] = [];
  #outcomes = $state.raw<readonly Outcome[]>([]);

  constructor(run: Run) {
    this.#run = run;
  }

  /** What is known so far: the outcomes at the first stops of the dial. */
  get outcomes(): readonly Outcome[] {
    return this.#outcomes;
  }

  get isDone(): boolean {
    return this.#outcomes.length === STOPS.length;
  }

  /** Goes on from where it was. Returns how to stop. */
  start(): () => void {
    if (this.isDone) return () => undefined;
    let over = (): void => undefined;
    void atWork(new Promise<void>((done) => (over = done)));
    const stop = whileIdle(this.#pieces(over));
    return () => {
      stop();
      over();
    };
  }

  *#pieces(over: () => void): Iterable<() => void> {
    while (!this.isDone) yield () => this.#next();
    over();
  }

  #next(): void {
    const eta = STOPS[this.#made.length];
    if (eta !== undefined) this.#made.push(outcomeAt(this.#run, eta));
    if (eta === undefined || this.#made.length % SHOWN === 0 || this.#made.length === STOPS.length)
      this.#outcomes = [...this.#made];
  }
}

const sweeps = kept<Sweep>();

/** The sweep over all rates from the start of a run. */
export const sweepOf = (run: Run): Sweep => sweeps(run, '', () => new Sweep(run));
