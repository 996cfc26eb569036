import { RUN_STEPS } from '../../story/essay.ts';
import { shareOfStep, stepAtShare, type StepAxis } from '../../story/step-axis.ts';

/** How many seconds the whole axis takes at a speed of one. */
const WHOLE = 8;

/** After a longer pause between two drawings time goes on from there: a page that was away does not leap. In s. */
const LONGEST = 0.1;

export const SPEEDS = [0.5, 1, 4, 16] as const;

export interface Played {
  readonly step: number;
  readonly last: number;
  readonly axis: StepAxis;
}

/**
 * Plays a run: moves evenly along the axis of steps as it is drawn, so that on a logarithmic one the first steps take their
 * time.
 */
export class Player {
  speed = $state<(typeof SPEEDS)[number]>(1);
  #request = $state(0);
  readonly isRunning = $derived(this.#request !== 0);

  pause(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }

  /** Goes on from the step shown, or from the start where that is the last; `show` is called for every step that is new. */
  play(now: () => Played, show: (step: number) => void, over: () => void): void {
    this.pause();
    const { step, last, axis } = now();
    let share = step >= last ? 0 : shareOfStep(step, axis, RUN_STEPS);
    if (step >= last) show(0);
    let before: number | undefined;
    const tick = (time: number): void => {
      const played = now();
      const passed = Math.min(LONGEST, before === undefined ? 0 : (time - before) / 1000);
      before = time;
      share = Math.min(1, share + (passed / WHOLE) * this.speed);
      const reached = Math.min(played.last, Math.floor(stepAtShare(share, played.axis) + 1e-9));
      if (reached !== played.step) show(reached);
      if (reached < played.last) {
        this.#request = requestAnimationFrame(tick);
        return;
      }
      this.#request = 0;
      over();
    };
    this.#request = requestAnimationFrame(tick);
  }
}
