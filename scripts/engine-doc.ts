// npm run docs:engine: writes the tables of docs/engine.md from an actual run.
import { readFileSync, writeFileSync } from 'node:fs';
import {
  checkGradient,
  costOf,
  countedCost,
  datasets,
  descend,
  gradientOf,
  graphOf,
  mutantGradient,
  mutants,
  networkFrom,
  parameterIds,
  parametersOf,
  pathCounts,
  pathsFrom,
  step,
  type Method,
} from '../src/engine/index.ts';
import {
  passErrors,
  passes,
  relativeError,
  runErrors,
  runs,
  type PassCase,
} from '../tests/reference/agreement.ts';

const file = new URL('../docs/engine.md', import.meta.url);
const theta = [0.5, -0.3, 0.2, 0.8, -0.6, 0.4, 0.1, -0.1, 0.2, 0.7, -0.4, 0.6, -0.2];

type Row = readonly string[];

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Two digits, rounded up: a bound that holds. */
function bound(error: number): string {
  if (error === 0) return 'exactly';
  const exponent = Math.floor(Math.log10(error));
  return `${(Math.ceil(error / 10 ** (exponent - 1)) / 10).toString()}e${exponent}`;
}

function worst<Case>(cases: readonly Case[], errorOf: (found: Case) => number): number {
  return Math.max(...cases.map(errorOf));
}

function setUp({ input, target, ...options }: PassCase) {
  return { network: networkFrom(options), example: { input, target } };
}

function agreement(): string {
  const torch = `PyTorch ${passes.madeBy.torch}`;
  const kinds = Object.keys(passErrors(passes.cases[0] as PassCase)) as (keyof ReturnType<
    typeof passErrors
  >)[];
  const byKind = passes.cases.map(passErrors);
  const count = String(passes.cases.length);
  const ordinary = passes.cases.filter(({ expected }) => expected.z.flat().every((z) => Math.abs(z) < 20));
  const smooth = ordinary.filter(({ expected }) => expected.z.flat().every((z) => Math.abs(z) > 1e-3));
  const smoothCount = String(smooth.length);

  return table(
    ['what', 'with what', 'cases', 'worst error'],
    [
      ...kinds.map((kind) => [kind, torch, count, bound(worst(byKind, (errors) => errors[kind]))]),
      [
        'loss at every one of 200 steps',
        torch,
        String(runs.cases.length),
        bound(worst(runs.cases, (run) => runErrors(run).losses)),
      ],
      [
        'parameters after 1, 2, 10, 100 and 200 steps',
        torch,
        String(runs.cases.length),
        bound(worst(runs.cases, (run) => runErrors(run).theta)),
      ],
      [
        'gradient (absolute)',
        'central differences, ε = 1e-5',
        smoothCount,
        bound(worst(smooth, centralError)),
      ],
      [
        'gradient',
        'reverse accumulation over the graph of single operations',
        count,
        bound(worst(passes.cases, graphError)),
      ],
      [
        '∂L/∂x (absolute)',
        'sum over all paths of the product along each',
        count,
        bound(worst(passes.cases, pathError)),
      ],
      [
        'one step on flat arrays',
        'one step of the layered passes',
        count,
        bound(worst(passes.cases, flatError)),
      ],
      ...costRows([2, 3, 1]),
      ...costRows([2, 3, 3, 3, 3, 3, 3, 3, 3, 1]),
    ],
  );
}

function centralError(found: PassCase): number {
  const { network, example } = setUp(found);
  return Math.max(...checkGradient(network, [example]).map(({ error }) => error));
}

function graphError(found: PassCase): number {
  const { network, example } = setUp(found);
  const { gradients } = graphOf(network, example);
  const byGraph = parameterIds(found.sizes).map((id) => gradients.get(id) ?? NaN);
  return relativeError(byGraph, gradientOf(network, [example]).gradient);
}

function pathError(found: PassCase): number {
  const { network, example } = setUp(found);
  const graph = graphOf(network, example);
  const inputs = found.input
    .map((_, k) => `x.${k + 1}`)
    .filter((id) => (pathCounts(graph).get(id) ?? 0) < 1000);
  const errors = inputs.map((id) => {
    const sum = pathsFrom(graph, id).reduce((total, { product }) => total + product, 0);
    return Math.abs(sum - (graph.gradients.get(id) ?? NaN));
  });
  return Math.max(...errors);
}

function flatError(found: PassCase): number {
  const { network, example } = setUp(found);
  const flat = descend(network, [example], { steps: 1, learningRate: 0.1 });
  return relativeError(parametersOf(flat), parametersOf(step(network, [example], { learningRate: 0.1 })));
}

function costRows(sizes: readonly number[]): readonly Row[] {
  const names: Readonly<Record<Method, string>> = {
    pathByPath: 'path by path',
    nudging: 'nudging every parameter',
    backprop: 'backprop',
  };
  const label =
    sizes.length > 4 ? `${sizes.length - 2} hidden layers of ${String(sizes[1])}` : sizes.join('-');
  return (Object.keys(names) as Method[]).map((method) => {
    const counted = countedCost(sizes, method);
    const what = `${counted.toLocaleString('en')} multiplications ${names[method]}, ${label}`;
    return [what, 'the formula of `cost.ts`', '1', bound(Math.abs(counted - costOf(sizes)[method]))];
  });
}

function mutantTable(): string {
  const network = networkFrom({ sizes: [2, 3, 1], theta, hidden: 'leakyRelu' });
  return table(
    ['mutant', 'what is wrong', 'falsifies', 'found wrong of 13'],
    mutants.map((mutant) => {
      const checked = checkGradient(network, datasets.twoDays, {
        gradient: (...situation) => mutantGradient(mutant, ...situation),
      });
      const wrong = checked.filter(({ agrees }) => !agrees).map(({ id }) => `\`${id}\``);
      const found = wrong.length > 4 ? String(wrong.length) : wrong.length === 0 ? 'none' : wrong.join(' ');
      return [mutant.name, mutant.bug, `${mutant.falsifies}, ${mutant.when}`, found];
    }),
  );
}

function filled(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new RangeError(`expected ${open} and ${close} in docs/engine.md`);
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}

const before = readFileSync(file, 'utf8');
writeFileSync(file, filled(filled(before, 'agreement', agreement()), 'mutants', mutantTable()));
