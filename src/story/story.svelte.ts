import { phaseAt, playheadOf, START, type Phase } from './phase.ts';
import { readingOf } from './reading.ts';
import { DEFAULTS, isSame, settled, type Settings } from './settings.ts';

/** The position in a chapter that has not been measured: before its first step. */
const BEFORE = 0;

/** How many changes can be undone. */
const MOST_UNDONE = 200;

/** All that is stored: where the reader is, and what the reader set. The rest is derived. */
class Story {
  #settings = $state.raw(DEFAULTS);
  #past = $state.raw<readonly Settings[]>([]);
  #future = $state.raw<readonly Settings[]>([]);
  #gesture: string | undefined;
  #playhead = $state(START);
  #positions = $state.raw<Readonly<Record<string, number>>>({});

  /** Id of the scene being read, or of the section between scenes. */
  scene = $state('top');
  /** Whether a step's movement is played as it is scrolled, or only its result shown. */
  motion = $state(true);
  /** Sentences for the reader about what could not be used. */
  notices = $state.raw<readonly string[]>([]);

  /** What the reader has set, with all that follows from it. */
  readonly reading = $derived(readingOf(this.#settings));
  /** The run of the essay's own network. */
  readonly run = $derived(this.reading.run);
  /** What a link tells of the playhead. Where Auto is paused within a stage, that is the last whole one. */
  readonly phase = $derived(phaseAt(this.run, this.playhead));
  readonly canUndo = $derived(this.#past.length > 0);
  readonly canRedo = $derived(this.#future.length > 0);

  /**
   * How far the lab has taken its training step, in operations. It is no part of undo: what is undone are numbers, and the
   * lab shows the numbers as they then are, at the stage that it has reached. Before the first step there is no update to
   * show.
   */
  get playhead(): number {
    return this.#settings.step > 0 ? this.#playhead : Math.max(START, this.#playhead);
  }

  set playhead(playhead: number) {
    this.#playhead = playhead;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /**
   * Changes some of the settings; equal values leave everything as it is. Changes of one `gesture` in a row (a slider
   * being dragged, a run being played) are undone together.
   */
  set(changes: Partial<Settings>, gesture?: string): void {
    const next = settled({ ...this.#settings, ...changes });
    if (isSame(next, this.#settings)) return;
    if (gesture === undefined || gesture !== this.#gesture)
      this.#past = [...this.#past.slice(1 - MOST_UNDONE), this.#settings];
    this.#gesture = gesture;
    this.#future = [];
    this.#settings = next;
  }

  /** Sets what a link says: where the reader's own changes begin. */
  begin(settings: Settings, phase: Phase): void {
    this.#settings = settled(settings);
    this.playhead = playheadOf(this.run, phase);
    this.#past = [];
    this.#future = [];
  }

  /** Ends a gesture: the next change is undone by itself. */
  endGesture(): void {
    this.#gesture = undefined;
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#future = [this.#settings, ...this.#future];
    this.#past = this.#past.slice(0, -1);
    this.#settings = before;
    this.#gesture = undefined;
  }

  redo(): void {
    const [after, ...rest] = this.#future;
    if (!after) return;
    this.#past = [...this.#past, this.#settings];
    this.#future = rest;
    this.#settings = after;
    this.#gesture = undefined;
  }

  /** Position among each chapter's steps, by chapter id; 0 before it is measured. */
  positionIn(chapter: string): number {
    return this.#positions[chapter] ?? BEFORE;
  }

  place(positions: Readonly<Record<string, number>>): void {
    this.#positions = positions;
  }
}

export type { Story };

export const story = new Story();
