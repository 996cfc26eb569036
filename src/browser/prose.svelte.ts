import { DEFAULTS } from '../story/settings.ts';
import type { Story } from '../story/story.svelte.ts';
import { tellChanged } from './signs.ts';
import { refreshProse } from './refresh.ts';

/** The transcripts follow when a dial has come to rest for so long. */
const REST_MS = 200;

/**
 * Keeps every number and word of the prose true to what the reader has set; what was built holds until something is. Then
 * calls `followed`. Call while a component is set up.
 */
export const keepProse = (story: Story, followed: () => void): void => {
  let isAsBuilt = true;
  $effect(() => {
    const { reading, settings } = story;
    isAsBuilt &&= settings === DEFAULTS;
    if (isAsBuilt) return undefined;
    tellChanged();
    // Once a frame at most, however fast a dial is turned.
    const request = requestAnimationFrame(() => {
      refreshProse(document, reading);
      followed();
    });
    return () => cancelAnimationFrame(request);
  });
};

/** Keeps the transcripts true, too. What does it is fetched when it is needed. Call while a component is set up. */
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
