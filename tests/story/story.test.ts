import { beforeEach, describe, expect, test } from 'vitest';
import { START, UPDATED } from '@/story/phase.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { story } from '@/story/story.svelte.ts';

beforeEach(() => story.begin(DEFAULTS, 'ready'));

describe('what the reader set', () => {
  test('can be undone and redone, change by change', () => {
    story.set({ eta: 1 });
    story.set({ eta: 2 });
    story.undo();
    expect(story.settings.eta).toBe(1);
    story.redo();
    expect(story.settings.eta).toBe(2);
    story.undo();
    story.undo();
    expect(story.settings).toBe(DEFAULTS);
    expect(story.canUndo).toBe(false);
  });

  test('in one gesture is undone together', () => {
    for (const eta of [1, 2, 3]) story.set({ eta }, 'a dial');
    story.endGesture();
    story.set({ eta: 4 }, 'a dial');
    story.undo();
    expect(story.settings.eta).toBe(3);
    story.undo();
    expect(story.settings.eta).toBe(DEFAULTS.eta);
  });

  test('can be undone for the last 200 changes: a page left open for long does not grow', () => {
    for (let change = 1; change <= 300; change++) story.set({ eta: change / 100 });
    let undone = 0;
    for (; story.canUndo; undone++) story.undo();
    expect(undone).toBe(200);
    expect(story.settings.eta).toBe(1);
    for (; story.canRedo; undone--) story.redo();
    expect(undone).toBe(0);
    expect(story.settings.eta).toBe(3);
  });

  test('is the default itself where it is equal to it, however it came about', () => {
    story.set({ eta: 1, theta: [...DEFAULTS.theta], x: [...DEFAULTS.x] });
    expect(story.settings.theta).toBe(DEFAULTS.theta);
    expect(story.settings.x).toBe(DEFAULTS.x);
    story.set({ eta: DEFAULTS.eta });
    expect(story.settings).toBe(DEFAULTS);
  });

  test('starts afresh with a link, at the phase that it names', () => {
    story.set({ eta: 1 });
    story.begin({ ...DEFAULTS, step: 3 }, 'hidden');
    expect(story.canUndo).toBe(false);
    expect(story.settings.step).toBe(3);
    expect(story.phase).toBe('hidden');
  });

  test('shows no update before the first step, and shows it again when undoing is undone', () => {
    story.begin(DEFAULTS, 'ready');
    story.set({ step: 1 });
    story.playhead = UPDATED;
    expect(story.phase).toBe('updated');
    story.undo();
    expect([story.playhead, story.phase]).toEqual([START, 'ready']);
    story.redo();
    expect([story.playhead, story.phase]).toEqual([UPDATED, 'updated']);
  });
});

describe('what follows from it', () => {
  test('is the reading of the settings, and again the same one when a change is undone', () => {
    const before = story.reading;
    expect(before).toBe(readingOf(DEFAULTS));
    expect(story.run).toBe(before.run);
    story.set({ eta: 1 });
    expect(story.reading.settings).toBe(story.settings);
    expect(story.run.world.eta).toBe(1);
    story.undo();
    expect(story.reading).toBe(before);
  });

  test('moving to another training step does not train again', () => {
    const before = story.run;
    story.set({ step: 7 });
    expect(story.run).toBe(before);
    story.set({ param: 'b.2.1' });
    expect(story.run).toBe(before);
  });
});
