import { describe, expect, it } from 'vitest';
import { chapters } from '@content/chapters/index.ts';
import { wholeOp } from '@/story/mean.ts';
import { narrate, workingOf } from '@/story/narrate.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { momentAt, stopsOf, type Scene } from '@/story/timeline.ts';
import { announcementAt, rowAgain, transcriptOf, transcriptTitle } from '@/story/transcript.ts';
import { WORLD_NAMES } from '@/story/world.ts';
import { settingsFor } from './networks.ts';

const reading = readingOf(DEFAULTS);
const { scenes } = chapters.find(({ id }) => id === 'passes')!;
const told = (id: string) => transcriptOf(reading, scenes, id);
/** A chapter of one scene. */
const tale = (scene: Partial<Scene>): readonly Scene[] => [
  { id: 'tale', title: 'A tale', steps: [{}], ...scene },
];

describe('transcriptOf', () => {
  it('tells every operation of one training step once, over the scenes of the chapter', () => {
    const rows = scenes.filter(({ id }) => id !== 'update-again').flatMap(({ id }) => told(id));
    const ops = reading.run.traceAt(0).filter(({ kind }) => kind !== 'clear');
    expect(rows.slice(0, -1).map(({ q }) => q)).toEqual(ops.map(({ id }) => id));
    expect(rows.at(-1)).toMatchObject({ q: undefined, sentence: expect.stringMatching(/cleared/) as string });
  });

  it('tells nothing of a scene that computes nothing', () => {
    expect(told('forward-inputs')).toEqual([]);
    const concept = chapters.find(({ id }) => id === 'concept')!.scenes;
    for (const { id } of concept) expect(transcriptOf(reading, concept, id)).toEqual([]);
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

  it.each(WORLD_NAMES)(
    'tells a whole training step of the world %s, in the words for its network',
    (world) => {
      const rows = transcriptOf(reading, tale({ opens: { world }, steps: [{ cursor: 'update' }] }), 'tale');
      const run = reading.in(world);
      const own = run.traceAt(0).filter(({ kind }) => kind !== 'clear');
      const ops = own.map((op) => wholeOp(op, own));
      expect(rows.map(({ q }) => q)).toEqual(ops.map(({ id }) => id));
      expect(rows.map(({ op }) => op)).toEqual(ops.map((_, i) => i));
      expect(rows.map(({ sentence }) => sentence)).toEqual(ops.map((op) => narrate(op, run.world.sizes)));
      expect(rows.map(({ working }) => working)).toEqual(ops.map(workingOf));
      expect(new Set(rows.map((row) => row.world))).toEqual(new Set([world]));
      for (const { working, sentence } of rows) {
        expect(working).toMatch(/^= /);
        expect(`${working} ${sentence}`).not.toMatch(/undefined|NaN|—/);
      }
    },
  );

  it('goes on from the start where a step comes to another training step or another world', () => {
    const rows = transcriptOf(
      reading,
      tale({
        opens: { cursor: 'dx.2' },
        steps: [
          { step: 1, cursor: 'z.1.2' },
          { world: 'squared', cursor: 'z.1.1' },
        ],
      }),
      'tale',
    );
    expect(rows.map(({ q, later, world }) => [q, later, world])).toEqual([
      ['z.1.1', 1, 'essay'],
      ['z.1.2', 1, 'essay'],
      ['z.1.1', 0, 'squared'],
    ]);
    const elsewhere = tale({ opens: { cursor: 'dx.2' }, steps: [{ world: 'squared', cursor: 'z.1.1' }] });
    expect(transcriptOf(reading, elsewhere, 'tale').map(({ q }) => q)).toEqual(['z.1.1']);
  });

  it('tells nothing of another figure', () => {
    const scene = { opens: { figure: 'bill' }, steps: [{ cursor: 'loss' }] };
    expect(transcriptOf(reading, tale(scene), 'tale')).toEqual([]);
    expect(announcementAt(reading, tale(scene), 1)).toBe('');
  });
});

describe('of two days', () => {
  const { scenes: training } = chapters.find(({ id }) => id === 'training')!;
  const rows = transcriptOf(reading, training, 'training-two-days');

  it('tells only how they are added up, the update and the clear', () => {
    const { parameters } = reading.in('two-days');
    expect(rows.map(({ q }) => q)).toEqual([
      'loss',
      ...parameters.map((id) => `d${id}`),
      ...parameters,
      undefined,
    ]);
    expect(rows[1]?.working).toBe('= −0.2772 × 0.50 + 0 × 0.50');
    expect(rows.every(({ world }) => world === 'two-days')).toBe(true);
    expect(transcriptTitle(training, 'training-two-days')).toMatch(/added up/);
    expect(transcriptTitle(training, 'training-run')).toMatch(/every operation/i);
  });

  it('announces each day when both its passes are over', () => {
    const first = stopsOf(training).findIndex(({ scene }) => scene.id === 'training-two-days');
    expect(announcementAt(reading, training, first + 0.5)).toBe('');
    expect(announcementAt(reading, training, first + 1)).toMatch(/^\d+ operations\. The last: /);
    expect(announcementAt(reading, training, first + 4)).toMatch(/cleared/);
    expect(announcementAt(reading, training, first + 5)).toBe('');
  });
});

describe('rowAgain', () => {
  it('tells the same operation with the numbers of another reading', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const other = readingOf({ ...settingsFor(seed), step: 3 });
      for (const { id } of scenes) {
        const rows = told(id);
        const fresh = transcriptOf(other, scenes, id);
        expect(rows.map((row) => rowAgain(other, row))).toEqual(fresh);
      }
    }
  });

  it.each(WORLD_NAMES)('of the world %s tells it of that world', (world) => {
    const other = readingOf(settingsFor(4));
    const whole = tale({ opens: { world, step: 1 }, steps: [{ cursor: 'update' }] });
    const rows = transcriptOf(reading, whole, 'tale');
    expect(rows.map((row) => rowAgain(other, row))).toEqual(transcriptOf(other, whole, 'tale'));
  });
});

describe('announcementAt', () => {
  const stops = stopsOf(scenes);
  const endOf = (id: string): number => stops.findIndex(({ scene }) => scene.id === id) + 1;

  it('tells of a step when all of it has been computed, and not before', () => {
    const end = endOf('forward-squash');
    expect(announcementAt(reading, scenes, end)).toBe(
      'The sigmoid squeezes 0.02 into 0.505: the prediction.',
    );
    expect(announcementAt(reading, scenes, end - 0.1)).not.toBe('');
    expect(announcementAt(reading, scenes, end - 0.7)).toBe('');
  });

  it('tells of every step exactly where its movement is over, and between it and the next', () => {
    stops.forEach(({ begin, end }, index) => {
      const isPlayed = begin.cursor !== end.cursor || begin.step !== end.step;
      for (const t of [0.1, 0.3, 0.61, 0.63, 0.9, 1]) {
        const position = index + t;
        const isOver = t === 1 || momentAt(scenes, position)?.t === 1;
        expect(announcementAt(reading, scenes, position) !== '', `${index} + ${t}`).toBe(isPlayed && isOver);
      }
    });
  });

  it('has nothing to tell before the first step, past the last, or where nothing is computed', () => {
    for (const position of [-1, 0, 1, stops.length + 1, NaN])
      expect(announcementAt(reading, scenes, position)).toBe('');
  });

  it('tells of the world that the step is in', () => {
    const deep = tale({ opens: { world: 'three-layers', cursor: 'a.1.3' }, steps: [{ cursor: 'z.2.1' }] });
    expect(announcementAt(reading, deep, 1)).toMatch(/: the sum z of unit 1 of hidden layer 2\.$/);
  });
});
