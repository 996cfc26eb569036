import { RUN_STEPS } from '../../story/essay.ts';
import { format } from '../../story/format.ts';
import { quantityOf, type Frame } from '../../story/frame.ts';
import type { Settings } from '../../story/settings.ts';
import { shareOfStep, stepAtShare } from '../../story/step-axis.ts';
import type { Hand } from '../contract.ts';
import type { RunModel } from './model.ts';
import { shower } from './shower.ts';
import type { Speed } from './speeds.ts';

/** How many seconds the whole axis takes at a speed of one. */
const WHOLE = 8;
/** After a longer pause between two drawings time goes on from there: a page that was away does not leap. In s. */
const LONGEST = 0.1;

/** What is played, as it is now. */
interface Played {
  readonly frame: Frame;
  readonly model: RunModel;
  readonly hand: Hand;
  readonly speed: Speed;
}

/** A run is undone as a whole, and apart from what a hand does next. */
const GESTURE = 'run';

/**
 * Plays a run: moves evenly along the axis of steps as it is drawn, so that on a logarithmic one the first steps take their
 * time. Whoever sets or undoes something meanwhile stops it. Fetched when somebody presses a button.
 */
export class Playing {
  readonly #now: () => Played;
  #request = $state(0);
  #said = $state.raw({ words: '', at: NaN });
  readonly isRunning = $derived(this.#request !== 0);

  constructor(now: () => Played) {
    this.#now = now;
  }

  /** What is read out at a step: the run has come to rest there, or goes no further. */
  saidAt(step: number): string {
    return this.#said.at === step ? this.#said.words : '';
  }

  /** Goes on from the step shown, or from the start where that is the last. */
  run(): void {
    this.#say('');
    const { model, hand } = this.#now();
    const { last } = model.series;
    if (!hand.hasMotion) {
      this.#show(last);
      hand.release();
      setTimeout(() => this.#tell());
      return;
    }
    let share = model.step >= last ? 0 : shareOfStep(model.step, model.stepAxis, RUN_STEPS);
    if (model.step >= last) this.#show(0);
    let before: number | undefined;
    let left = this.#settings;
    const tick = (time: number): void => {
      // What was set by hand holds, and so does the hand's own gesture.
      if (this.#settings !== left) {
        this.#stop();
        return;
      }
      const { model, speed } = this.#now();
      const passed = Math.min(LONGEST, before === undefined ? 0 : (time - before) / 1000);
      before = time;
      share = Math.min(1, share + (passed / WHOLE) * speed);
      const reached = Math.min(
        model.series.last,
        Math.floor(stepAtShare(share, model.stepAxis, RUN_STEPS) + 1e-9),
      );
      if (reached !== model.step) this.#show(reached);
      left = this.#settings;
      if (reached < model.series.last) this.#request = requestAnimationFrame(tick);
      else this.#rest();
    };
    cancelAnimationFrame(this.#request);
    this.#request = requestAnimationFrame(tick);
  }

  pause(): void {
    if (this.isRunning) this.#rest();
  }

  /** Shows a step, or says why there is none. */
  goTo(step: number): void {
    this.#stop();
    this.#show(step);
    const { hand, model } = this.#now();
    hand.release();
    if (step < 0) this.#say('This is where the run begins.');
    else if (step <= model.series.last) this.#say('');
    else
      this.#say(
        model.series.isCut
          ? 'The run ends here: the next numbers would be larger than any that a computer holds.'
          : `The run ends at step ${RUN_STEPS}. Run it again, or reset it.`,
      );
  }

  reset(): void {
    this.#stop();
    this.#say('');
    const { hand } = this.#now();
    hand.set({ step: 0, 'run.seen': 0 });
    hand.release();
  }

  get #settings(): Settings {
    return this.#now().frame.reading.settings;
  }

  #stop(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }

  #rest(): void {
    this.#stop();
    this.#now().hand.release();
    this.#tell();
  }

  #show(step: number): void {
    const { hand, frame, model } = this.#now();
    shower(hand, frame.reading.settings, model, GESTURE)(step);
  }

  #say(words: string): void {
    this.#said = { words, at: this.#now().model.step };
  }

  #tell(): void {
    const { frame, model } = this.#now();
    const [yhat = NaN, y = NaN, loss = NaN] = ['yhat', 'y', 'loss'].map((id) => quantityOf(frame, id));
    const name = model.step === RUN_STEPS ? 'final prediction' : 'prediction';
    this.#say(
      `Step ${model.step}: ${name} ${format(yhat, 6)}, target ${format(y, 2, 0)}, loss ${format(loss, 6)}.`,
    );
  }
}
