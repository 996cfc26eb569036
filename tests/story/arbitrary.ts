import fc from 'fast-check';
import { PARAMETERS, RUN_STEPS } from '@/story/essay.ts';
import { DEFAULTS, RANGES, type Settings } from '@/story/settings.ts';

/** Any number a setting can be: from its range, and now and then a bound or zero. */
const within = ([min, max]: readonly [number, number]): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.double({ min, max, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(min, max, 0) },
  );

/** Any settings that the page can have. */
export const anySettings: fc.Arbitrary<Settings> = withStudies({
  x: fc.array(within(RANGES.x), { minLength: 2, maxLength: 2 }),
  y: fc.oneof(fc.constantFrom(0, 1), within(RANGES.y)),
  theta: fc.array(within(RANGES.theta), { minLength: PARAMETERS.length, maxLength: PARAMETERS.length }),
  eta: within(RANGES.eta),
  step: fc.integer({ min: 0, max: RUN_STEPS }),
  param: fc.constantFrom(...PARAMETERS),
});

/** Settings of the size a reader would choose: two decimals, weights up to 2. */
export const plainSettings: fc.Arbitrary<Settings> = withStudies({
  x: fc.array(hundredths(-200, 200), { minLength: 2, maxLength: 2 }),
  y: fc.constantFrom(0, 0.3, 0.5, 1),
  theta: fc.array(hundredths(-200, 200), { minLength: PARAMETERS.length, maxLength: PARAMETERS.length }),
  eta: hundredths(0, 200),
  step: fc.constant(DEFAULTS.step),
  param: fc.constantFrom(...PARAMETERS),
});

function hundredths(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min, max }).map((n) => n / 100);
}

/** Settings of the essay's own network; those of its studies as they are at first. */
function withStudies(own: {
  [Name in keyof Settings]?: fc.Arbitrary<Settings[Name]>;
}): fc.Arbitrary<Settings> {
  return fc.record(own).map((drawn) => ({ ...DEFAULTS, ...drawn }));
}
