import { DEFAULTS } from '../story/settings.ts';
import type { Story } from '../story/story.svelte.ts';
import { atWork } from './at-work.ts';
import { tellChanged } from './signs.ts';

/** The transcripts follow when a dial has come to rest for so long. */
const REST_MS = 200;

// What was built holds until something is set, and what brings it up to date is fetched only then.

/**
 * Keeps every number and word of the prose true to what the reader has set, then calls `followed`. Call while a component is
 * set up.
 */
export const keepProse = (story: Story, followed: () => void): void => {
  let isAsBuilt = true;
  let fetched: Promise<typeof import('./refresh.ts')> | undefined;
  $effect(() => {
    const { reading, settings } = story;
    isAsBuilt &&= settings === DEFAULTS;
    if (isAsBuilt) return undefined;
    tellChanged();
    fetched ??= atWork(import('./refresh.ts'));
    const refreshing = fetched;
    let isLatest = true;
    // Once a frame at most, however fast a dial is turned.
    const request = requestAnimationFrame(() => {
      void refreshing.then(({ refreshProse }) => {
        if (!isLatest) return;
        refreshProse(document, reading);
        followed();
      });
    });
    return () => {
      isLatest = false;
      cancelAnimationFrame(request);
    };
  });
};

/** Keeps the transcripts true, too. Call while a component is set up. */
export const keepTranscripts = (story: Story): void => {
  let isAsBuilt = true;
  $effect(() => {
    const { reading, settings } = story;
    isAsBuilt &&= settings === DEFAULTS;
    if (isAsBuilt) return undefined;
    const timer = setTimeout(() => {
      void import('./retell.ts').then(({ retell }) => retell(document, reading));
    }, REST_MS);
    return () => clearTimeout(timer);
  });
};
