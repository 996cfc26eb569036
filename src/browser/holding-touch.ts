import { on } from 'svelte/events';
import type { Attachment } from 'svelte/attachments';

/**
 * Keeps a finger that is put on a mark from scrolling the page, whichever way it goes: for what is dragged up and down as
 * well. (`touch-action: none` counts on the whole `svg` alone.)
 */
export const holdingTouch: Attachment = (mark) =>
  on(mark, 'touchstart', (event) => event.preventDefault(), { passive: false });
