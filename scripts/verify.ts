// What CI runs and what `npm test` is: build, size budget, types, lint, unit tests, end-to-end tests. Every step runs even
// if an earlier one failed (but no end-to-end test without a build). The line before the last says how long it took; the
// last line has the true totals. With «nightly» the tests that can be longer are.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'backward-pass-'));
const isNightly = process.argv.includes('nightly');
const begun = performance.now();
let passed = 0;
let failed = 0;

const since = (start: number): string => {
  const seconds = Math.round((performance.now() - start) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};

/** Runs a command. Says what it said once it is over, so that two of them do not mix; `live` says it at once. */
const run = (line: string, { isLive = false } = {}): Promise<boolean> => {
  const start = performance.now();
  const [command = '', ...args] = line.split(' ');
  if (isLive) console.log(`\n› ${line}`);
  return new Promise((done) => {
    const child = spawn(command, args, {
      stdio: ['ignore', isLive ? 'inherit' : 'pipe', isLive ? 'inherit' : 'pipe'],
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'e2e.json'),
        ...(isNightly && { NIGHTLY: '1' }),
      },
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part));
    const end = (isGood: boolean): void => {
      if (!isLive) console.log(`\n› ${line}, ${since(start)}\n${Buffer.concat(said).toString().trimEnd()}`);
      done(isGood);
    };
    child.on('error', (error) => {
      said.push(Buffer.from(error.message));
      end(false);
    });
    child.on('close', (status) => end(status === 0));
  });
};

/** A step that is one check in itself. */
const check = async (line: string): Promise<boolean> => {
  const isGood = await run(line);
  if (isGood) passed += 1;
  else failed += 1;
  return isGood;
};

/** A step that reports its own counts; if it fell over before it could, or without a failed test, that is one failure. */
const tests = async (
  line: string,
  report: string,
  counts: (json: never) => readonly [number, number],
  options = {},
): Promise<void> => {
  const isGood = await run(line, options);
  let good = 0;
  let bad = 0;
  try {
    [good, bad] = counts(JSON.parse(readFileSync(join(reports, report), 'utf8')) as never);
  } catch {
    console.error(`No report from ${line}.`);
  }
  passed += good;
  failed += bad > 0 || isGood ? bad : 1;
};

/** Runs steps two at a time, each as soon as there is room for it: the longest first. */
const twoAtATime = async (steps: readonly (() => Promise<unknown>)[]): Promise<void> => {
  const left = [...steps];
  const lane = async (): Promise<void> => {
    for (let step = left.shift(); step; step = left.shift()) await step();
  };
  await Promise.all([lane(), lane()]);
};

// The build writes down the types of the content, which types and lint read.
const isBuilt = await check('astro build --silent');
if (isBuilt) await check('node scripts/size.ts');
await twoAtATime([
  () =>
    tests(
      `vitest run --reporter=dot --reporter=json --outputFile.json=${join(reports, 'unit.json')}`,
      'unit.json',
      (json: { numPassedTests: number; numFailedTests: number }) => [
        json.numPassedTests,
        json.numFailedTests,
      ],
    ),
  () => check('eslint .'),
  () => check('astro check'),
  () => check('svelte-check --tsconfig ./tsconfig.json --fail-on-warnings'),
  () => check('prettier --check --log-level warn .'),
]);
if (isBuilt) {
  await tests(
    'playwright test --reporter=list,json',
    'e2e.json',
    ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => [
      stats.expected,
      stats.unexpected + stats.flaky,
    ],
    { isLive: true },
  );
}

console.log(`\nTook ${since(begun)}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
