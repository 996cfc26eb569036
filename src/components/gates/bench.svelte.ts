import type { Seat } from '../../browser/seat.ts';
import { few } from '../../story/few.ts';
import { boxOf, type Box } from '../../story/gates/box.ts';
import { reset, restarted, showing, withTerms } from '../../story/gates/changes.ts';
import {
  MOST_CHANGES,
  MOST_EPOCHS,
  type GATES,
  type GateValues,
  type Terms,
} from '../../story/gates/settings.ts';

/** Up to so many epochs a second each is played out, forward and back; beyond it there would be nothing to see. */
const PLAYED_OUT = 4;
/** A single epoch that is stepped takes so long, ms. */
const STEP_MS = 1100;
/** The screen follows a run that plays no oftener than this, ms. */
const FRAME_MS = 48;

const boxes = few<Box>(2);

/** What is done at the glass box: what was set stays in its seat, and here is only what moves. */
export class Bench {
  readonly seat: Seat<typeof GATES>;
  #isPlaying = $state(false);
  #phase = $state(0);
  #refusal = $state('');
  /** Epochs that are due, in part. */
  #due = 0;
  #last = 0;
  #frame: number | undefined;
  readonly values = $derived.by((): GateValues => this.seat.values);
  readonly box = $derived(boxes(JSON.stringify(this.values), () => boxOf(this.values)));

  /** On a page of its own. */
  readonly isRoomy: boolean;

  readonly #isCalm: () => boolean;

  constructor(seat: Seat<typeof GATES>, isRoomy: boolean, isCalm: () => boolean) {
    this.#isCalm = isCalm;
    this.seat = seat;
    this.isRoomy = isRoomy;
  }

  get isPlaying(): boolean {
    return this.#isPlaying;
  }

  /** How far the epoch under way has got, 0 to 1; 0 where none is. */
  get phase(): number {
    return this.#phase;
  }

  /** Why the last press changed nothing. */
  get refusal(): string {
    return this.#refusal;
  }

  get isAtEnd(): boolean {
    return this.box.epoch >= MOST_EPOCHS || this.box.isCut;
  }

  set(changes: Partial<GateValues>, gesture?: string): void {
    this.#refusal = '';
    this.seat.set(changes, gesture);
  }

  /** Other terms for the same weights. */
  setTerms(terms: Partial<Terms>, gesture?: string): void {
    const changes = withTerms(this.values, terms);
    if (changes) this.set(changes, gesture);
    else
      this.#refusal = `A run is changed at most ${MOST_CHANGES} times. Reset it, or go back to an earlier epoch.`;
  }

  /** Another task, or other first weights. */
  restart(changes: Partial<GateValues>, gesture?: string): void {
    this.pause();
    this.set(restarted(this.values, changes), gesture);
  }

  reset(): void {
    this.pause();
    this.set(reset(this.values));
  }

  scrub(epoch: number): void {
    this.pause();
    this.set(showing(this.values, Math.max(0, Math.min(epoch, MOST_EPOCHS))), 'gates epoch');
  }

  toggle(): void {
    if (this.#isPlaying) this.pause();
    else if (!this.isAtEnd) {
      this.#finish();
      this.#isPlaying = true;
      this.#begin();
    }
  }

  pause(): void {
    this.#isPlaying = false;
    this.#stop();
    this.seat.release();
  }

  /** One epoch: played out where motion is welcome. A second press comes to the end of the first. */
  step(): void {
    if (this.#isPlaying) this.pause();
    this.#finish();
    if (this.isAtEnd) return;
    if (!this.#isCalm()) this.#begin();
    else this.#advance(1);
  }

  #begin(): void {
    this.#due = 0;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#tick);
  }

  #stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#phase = 0;
  }

  /** An epoch that is under way is over. */
  #finish(): void {
    const isUnderWay = this.#frame !== undefined && !this.#isPlaying;
    this.#stop();
    if (isUnderWay) this.#advance(1);
  }

  #advance(epochs: number): void {
    const { epoch } = this.box;
    this.set(showing(this.values, Math.min(MOST_EPOCHS, epoch + epochs)), 'gates play');
  }

  readonly #tick = (now: number): void => {
    this.#frame = requestAnimationFrame(this.#tick);
    const past = Math.min(now - this.#last, 250);
    const isStep = !this.#isPlaying;
    const speed = isStep ? 1000 / STEP_MS : this.values['gates.speed'];
    const isPlayedOut = isStep || (speed <= PLAYED_OUT && !this.#isCalm());
    if (!isPlayedOut && past < FRAME_MS) return;
    this.#last = now;
    this.#due += Math.max(0, past / 1000) * speed;
    const whole = Math.floor(this.#due);
    if (isPlayedOut) this.#phase = this.#due - whole;
    if (whole < 1) return;
    this.#due -= whole;
    if (isStep) {
      this.#finish();
      this.seat.release();
      return;
    }
    this.#advance(whole);
    if (this.isAtEnd) this.pause();
  };
}
