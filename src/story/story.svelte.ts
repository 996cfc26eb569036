import { DEFAULTS, type Settings } from './essay.ts';
import { runOf } from './run.ts';

/** All that is stored: where the reader is, and what the reader set. The rest is derived. */
class Story {
  #settings = $state.raw(DEFAULTS);
  #positions = $state.raw<Readonly<Record<string, number>>>({});

  /** Id of the scene being read, or of the section between scenes. */
  scene = $state('top');
  /** Whether a step's movement is played as it is scrolled, or only its result shown. */
  motion = $state(true);
  /** Sentences for the reader about what could not be used. */
  notices = $state.raw<readonly string[]>([]);

  readonly run = $derived(runOf(this.#settings));
  readonly isChanged = $derived(this.#settings !== DEFAULTS);

  get settings(): Settings {
    return this.#settings;
  }

  /** Changes some of the settings; equal values leave everything as it is. */
  set(changes: Partial<Settings>): void {
    const next = { ...this.#settings, ...changes };
    if (String(Object.values(next)) === String(Object.values(this.#settings))) return;
    this.#settings = String(Object.values(next)) === String(Object.values(DEFAULTS)) ? DEFAULTS : next;
  }

  /** Position among each chapter's steps, by chapter id; 0 before it is measured. */
  positionIn(chapter: string): number {
    return this.#positions[chapter] ?? 0;
  }

  place(positions: Readonly<Record<string, number>>): void {
    this.#positions = positions;
  }
}

export const story = new Story();
