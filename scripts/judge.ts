// npm run judge -- FILE.json [--json]: computes published worked examples again and judges every printed number. The file
// holds one example, a list of them, or {"examples": […]}; their shape is told in docs/examples.md.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '../src/story/worked/example.ts';
import { judge, type Judgement } from '../src/story/worked/judge.ts';
import { readExample } from '../src/story/worked/read.ts';

const USAGE = 'usage: npm run judge -- FILE.json [--json]';

const args = process.argv.slice(2);
const options = args.filter((arg) => arg.startsWith('-'));
const [file, ...more] = args.filter((arg) => !arg.startsWith('-'));
const unknown = options.find((option) => option !== '--json');
if (unknown !== undefined) stop(`unknown option ${unknown}\n${USAGE}`);
if (file === undefined || more.length > 0) stop(USAGE);

const results = examplesIn(file).map((json, n) => judged(json, n));
if (options.includes('--json')) console.log(JSON.stringify({ examples: results.map(detailed) }, null, 2));
else for (const result of results) console.log(lineOf(result));

/** An example that cannot be computed at all is refused as one. */
type Result = Judgement | { readonly id: string; readonly reason: string };

function examplesIn(path: string): readonly unknown[] {
  let text;
  try {
    // npm starts scripts at the project's top; a path is meant from where the reader stands.
    text = readFileSync(resolve(process.env['INIT_CWD'] ?? '.', path), 'utf8');
  } catch {
    return stop(`${path}: cannot be read`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return stop(`${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (Array.isArray(json) && json.length > 0) return json;
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
    if (!('examples' in json)) return [json];
    if (Array.isArray(json.examples) && json.examples.length > 0) return json.examples;
  }
  return stop(`${path}: expected an example, a list of examples or {"examples": […]}, found none`);
}

function judged(json: unknown, n: number): Result {
  try {
    return judge(readExample(json));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const isNamed = typeof json === 'object' && json !== null && 'id' in json;
    return { id: isNamed ? String(json.id) : `example ${n + 1}`, reason: error.message };
  }
}

function lineOf(result: Result): string {
  if ('reason' in result) return `${result.id} right=0 rounding=0 wrong=0 refused: ${result.reason}`;
  const { id, counts, refused } = result;
  const line = `${id} right=${counts.right} rounding=${counts.rounding} wrong=${counts.wrong}`;
  if (refused.length === 0) return line;
  return `${line} refused=${refused.length}: ${refused.map(({ name, reason }) => `${name} (${reason})`).join('; ')}`;
}

/** With `slip`, the rule under which a wrong number comes out as printed, where one is known. */
function detailed(result: Result): object {
  if ('reason' in result)
    return { id: result.id, values: [], refused: [{ name: result.id, reason: result.reason }] };
  const { id, counts, values, refused } = result;
  return {
    id,
    ...counts,
    values: values.map(({ name, means, printed, computed, verdict, slip }) => ({
      name,
      means,
      printed,
      computed,
      verdict,
      ...(slip && { slip: slip.condition }),
    })),
    refused,
  };
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
