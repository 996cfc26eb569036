import { describe, expect, it } from 'vitest';
import { chapters } from '@content/chapters/index.ts';
import { DEFAULTS } from '@/story/essay.ts';
import { runOf } from '@/story/run.ts';
import { stopsOf } from '@/story/timeline.ts';
import { announcementAt, rowAgain, transcriptOf } from '@/story/transcript.ts';
import { settingsFor } from './networks.ts';

const run = runOf(DEFAULTS);
const { scenes } = chapters.find(({ id }) => id === 'passes')!;
const told = (id: string) => transcriptOf(run, scenes, id);

describe('transcriptOf', () => {
  it('tells every operation of one training step once, over the scenes of the chapter', () => {
    const rows = scenes.filter(({ id }) => id !== 'update-again').flatMap(({ id }) => told(id));
    const ops = run.traceAt(0).filter(({ kind }) => kind !== 'clear');
    expect(rows.slice(0, -1).map(({ q }) => q)).toEqual(ops.map(({ id }) => id));
    expect(rows.at(-1)).toMatchObject({ q: undefined, sentence: expect.stringMatching(/cleared/) as string });
  });

  it('tells nothing of a scene that computes nothing', () => {
    expect(told('forward-inputs')).toEqual([]);
    const concept = chapters.find(({ id }) => id === 'concept')!.scenes;
    for (const { id } of concept) expect(transcriptOf(run, concept, id)).toEqual([]);
  });

  it('names the training step at which a result holds', () => {
    expect(told('forward-loss').map(({ at }) => at)).toEqual([undefined]);
    expect(
      new Set(
        told('update-step')
          .slice(0, -1)
          .map(({ at }) => at),
      ),
    ).toEqual(new Set(['+1']));
    expect(new Set(told('update-again').map(({ at }) => at))).toEqual(new Set(['+1']));
  });
});

describe('rowAgain', () => {
  it('tells the same operation with the numbers of another run', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const other = runOf({ ...settingsFor(seed), step: 3 });
      for (const { id } of scenes) {
        const rows = told(id);
        const fresh = transcriptOf(other, scenes, id);
        expect(rows.map((row) => rowAgain(other, row))).toEqual(fresh);
      }
    }
  });
});

describe('announcementAt', () => {
  const stops = stopsOf(scenes);
  const endOf = (id: string): number => stops.findIndex(({ scene }) => scene.id === id) + 1;

  it('tells of a step when all of it has been computed, and not before', () => {
    const end = endOf('forward-squash');
    expect(announcementAt(run, scenes, end)).toBe('The sigmoid squeezes 0.02 into 0.505: the prediction.');
    expect(announcementAt(run, scenes, end - 0.1)).not.toBe('');
    expect(announcementAt(run, scenes, end - 0.7)).toBe('');
  });

  it('has nothing to tell before the first step, past the last, or where nothing is computed', () => {
    for (const position of [-1, 0, 1, stops.length + 1, NaN])
      expect(announcementAt(run, scenes, position)).toBe('');
  });
});
