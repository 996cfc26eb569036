import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { withTable } from '../../scripts/examples-table.ts';
import { root, textOf } from './mdx.ts';

test('docs/examples.md is what `npm run docs:examples` writes', () => {
  const document = textOf('docs/examples.md');
  expect(withTable(document)).toBe(document);
});

describe('npm run judge', () => {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const runner =
    (command: string, ...before: readonly string[]) =>
    (...args: readonly string[]): Promise<{ out: string; error: string; code: number }> =>
      new Promise((done) => {
        execFile(command, [...before, ...args], { cwd: root }, (failure, out, error) =>
          done({ out, error, code: failure ? Number(failure.code) : 0 }),
        );
      });
  const byNpm = runner('npm', 'run', '--silent', 'judge', '--');
  const run = runner(process.execPath, 'scripts/judge.ts');

  const han = JSON.parse(readFileSync(join(root, 'content/examples/han-kamber-9.1.json'), 'utf8')) as object;
  const line = 'han-kamber-9.1 right=19 rounding=1 wrong=0\n';

  test('takes an example, a list, or {"examples": […]}', { timeout: 30_000 }, async () => {
    const runs = await Promise.all([
      byNpm(file('one.json', han)),
      run(file('list.json', [han, han])),
      run(file('named.json', { about: 'two', examples: [han] })),
    ]);
    expect(runs.map(({ out }) => out)).toEqual([line, line + line, line]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  });

  test('--json tells every value', async () => {
    const { out } = await run('content/examples/nbis-exercise.json', '--json');
    const { examples } = JSON.parse(out) as {
      examples: {
        id: string;
        wrong: number;
        values: { name: string; printed: string; computed: number; verdict: string }[];
      }[];
    };
    expect(examples[0]).toMatchObject({ id: 'nbis-exercise', right: 2, rounding: 1, wrong: 2 });
    expect(examples[0]!.values.at(-1)).toMatchObject({
      name: 'dL/dW2[0][0]',
      printed: '0.3958',
      verdict: 'wrong',
    });
    expect(examples[0]!.values.at(-1)!.computed).toBeCloseTo(0.0679288, 7);
  });

  test('refuses by name and reason what it cannot compute, and goes on', async () => {
    const { out, code } = await run(
      file('some.json', [
        { ...han, id: 'gelu', activations: ['gelu', 'sigmoid'] },
        { ...han, id: 'odd', published_as_printed: { 'a1[0]': '0.332', perplexity: '3' } },
        han,
      ]),
    );
    const [first = '', second = '', third] = out.split('\n');
    expect(first).toMatch(
      /^gelu right=0 rounding=0 wrong=0 refused: activations\[0\]: "gelu" is none of relu/,
    );
    expect(second).toMatch(/^odd right=1 rounding=0 wrong=0 refused=1: perplexity \(.*no name.*\)$/);
    expect(`${third ?? ''}\n`).toBe(line);
    expect(code).toBe(0);
  });

  test('says what is wrong with a file', { timeout: 30_000 }, async () => {
    const runs = await Promise.all([
      run(file('bad.json', '{"weights": [')),
      run(file('empty.json', [])),
      run(join(folder, 'none.json')),
      run(),
      run(file('two.json', han), '--yaml'),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1]);
    expect(runs.map(({ out }) => out)).toEqual(['', '', '', '', '']);
    const said = [
      /bad\.json: not JSON: .*end/,
      /expected an example, a list/,
      /cannot be read/,
      /^usage: /,
      /unknown option --yaml/,
    ];
    runs.forEach(({ error }, i) => expect(error).toMatch(said[i]!));
  });
});
