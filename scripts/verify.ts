// What CI runs and what `npm test` is: types, lint, unit tests, build, size budget, end-to-end tests. Every step runs
// even if an earlier one failed (but no end-to-end test without a build); the last line has the true totals.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'backward-pass-'));
let passed = 0;
let failed = 0;

const run = (command: string, ...args: readonly string[]): boolean => {
  console.log(`\n› ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'e2e.json'),
    },
  });
  return status === 0;
};

/** A step that is one check in itself. */
const check = (command: string, ...args: readonly string[]): boolean => {
  const isGood = run(command, ...args);
  if (isGood) passed += 1;
  else failed += 1;
  return isGood;
};

/** A step that reports its own counts; if it fell over before it could, or without a failed test, that is one failure. */
const tests = (
  report: string,
  counts: (json: never) => readonly [number, number],
  command: string,
  ...args: readonly string[]
): void => {
  const isGood = run(command, ...args);
  let good = 0;
  let bad = 0;
  try {
    [good, bad] = counts(JSON.parse(readFileSync(join(reports, report), 'utf8')) as never);
  } catch {
    console.error(`No report from ${command}.`);
  }
  passed += good;
  failed += bad > 0 || isGood ? bad : 1;
};

check('astro', 'check');
check('svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings');
check('eslint', '.');
check('prettier', '--check', '--log-level', 'warn', '.');
tests(
  'unit.json',
  (json: { numPassedTests: number; numFailedTests: number }) => [json.numPassedTests, json.numFailedTests],
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(reports, 'unit.json')}`,
);
if (check('astro', 'build', '--silent')) {
  check('node', 'scripts/size.ts');
  tests(
    'e2e.json',
    ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => [
      stats.expected,
      stats.unexpected + stats.flaky,
    ],
    'playwright',
    'test',
    '--reporter=list,json',
  );
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
