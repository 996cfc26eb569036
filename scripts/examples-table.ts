import { examples } from '../content/examples/index.ts';
import { judge } from '../src/story/worked/judge.ts';
import { readExample } from '../src/story/worked/read.ts';

const BEGIN = '<!-- Written by `npm run docs:examples`. -->';
const END = '<!-- End of what is written. -->';

/** The table of all published examples, as Markdown, from an actual run. */
export function examplesTable(): string {
  const rows = examples.map((example) => {
    const worked = readExample(example);
    const { values, counts } = judge(worked);
    const { layers, loss } = worked.network;
    const shape = [layers[0]?.weights[0]?.length, ...layers.map(({ bias }) => bias.length)].join('-');
    const kinds = [...new Set(layers.map(({ activation }) => activation))].join(', ');
    const wrong = values.filter(({ verdict }) => verdict === 'wrong');
    const causes = [...new Set(wrong.map(({ slip }) => (slip ? `\`${slip.condition}\`` : 'not known')))];
    const { right, rounding, wrong: differs } = counts;
    return [
      `\`${example.id}\``,
      `${example.by}, ${example.title}`,
      worked.isChain ? 'chain' : shape,
      `${kinds}; ${loss}`,
      ...[right, rounding, differs].map(String),
      causes.join(', '),
    ];
  });
  const sums = [4, 5, 6].map((column) => String(rows.reduce((sum, row) => sum + Number(row[column]), 0)));
  const head = ['id', 'whose', 'shape', 'what', 'right', 'rounding', 'wrong', 'comes out as printed'];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    line(['', 'all', '', '', ...sums, '']),
  ].join('\n');
}

/** A document with the table put where it belongs. Throws if it has no place for it. */
export function withTable(document: string): string {
  const before = document.split(BEGIN)[0];
  const after = document.split(END)[1];
  if (before === undefined || after === undefined || !document.includes(BEGIN))
    throw new Error(`expected ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n\n${examplesTable()}\n\n${END}${after}`;
}
