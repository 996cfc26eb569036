import { NETWORK_DIALS } from '../../figures/network/dials.ts';
import { networkFrameOf } from '../../figures/network/model.ts';
import { RUN_STEPS } from '../../story/essay.ts';
import { frameOf } from '../../story/frame.ts';
import { backwardEnd, labMoment, parameterSet, played } from '../../story/lab.ts';
import { settledAt } from '../../story/phase.ts';
import { essaysOwn, type Settings } from '../../story/settings.ts';
import { story } from '../../story/story.svelte.ts';
import { isBuilding } from '../../browser/building.ts';
import { FEW, type View } from './view.ts';

/**
 * What the parts of the lab share beside the story: how the reader looks at it, and whether it runs by itself. Its parts
 * are islands of their own, so that they wake one at a time.
 */
class Lab {
  view = $state.raw<View>({ lens: 'symbols', decimals: FEW });
  /** Operations a second, of Auto. */
  speed = $state(4);
  /** Whether a button has been pressed: before that, nothing is read out. */
  isAsked = $state(false);
  /** On a narrow page the chain stands far below the figure: what was pointed at last is also written right under it. */
  isPointed = $state(false);
  #request = $state(0);
  readonly isRunning = $derived(this.#request !== 0);
  /** Where the value of the chosen parameter is typed. */
  editor: HTMLInputElement | undefined = $state();

  /** Where the step stands. For whoever has no scripts it is over. */
  readonly playhead = $derived(isBuilding ? backwardEnd(story.run) : story.playhead);

  /** Where it is shown to stand: without motion whole stages appear, also while it runs by itself. */
  readonly shownAt = $derived(story.motion ? this.playhead : settledAt(story.run, this.playhead));
  readonly frame = $derived(
    networkFrameOf(
      frameOf(story.reading, labMoment(story.run, this.shownAt, story.settings.step), NETWORK_DIALS),
    ),
  );

  pause(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }

  moveTo(place: number): void {
    this.pause();
    this.isAsked = true;
    this.isPointed = false;
    story.playhead = place;
  }

  train(gesture?: string): void {
    story.set({ step: Math.min(RUN_STEPS, story.settings.step + 1) }, gesture);
  }

  /** Starts to run by itself, or pauses. */
  auto(): void {
    if (this.isRunning) {
      this.pause();
      return;
    }
    this.isPointed = false;
    let last: number | undefined;
    const tick = (time: number): void => {
      const next = played(story.run, story.playhead, ((time - (last ?? time)) / 1000) * this.speed);
      last = time;
      if (next.isTrained && story.settings.step >= RUN_STEPS) {
        this.moveTo(backwardEnd(story.run));
        return;
      }
      if (next.isTrained) this.train('auto');
      story.playhead = next.playhead;
      this.#request = requestAnimationFrame(tick);
    };
    this.#request = requestAnimationFrame(tick);
  }

  set(changes: Partial<Settings>, gesture?: string): undefined {
    story.set(changes, gesture);
    return undefined;
  }

  /** Sets a parameter, or says why not. */
  setParameter(id: string, value: number, gesture?: string): string | undefined {
    const changes = parameterSet(story.reading, id, value);
    return typeof changes === 'string' ? changes : this.set(changes, gesture);
  }

  choose(id: string): void {
    this.isPointed = true;
    story.set({ param: id }, 'param');
  }

  edit(): void {
    this.editor?.focus();
    this.editor?.select();
  }

  backToTheEssay(): void {
    this.pause();
    story.set(essaysOwn());
  }
}

export const lab = new Lab();
