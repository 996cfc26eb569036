import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Files below `folder`, from the project's top, that end so. */
export const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => ending.test(path))
    .toSorted();

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Everything that is written as MDX. */
export const mdxFiles = filesIn('content', /\.mdx$/);

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The opening tags of these components in some MDX, in order. */
export const tagsIn = (mdx: string, ...names: readonly string[]): readonly Tag[] =>
  [...mdx.matchAll(/<([A-Z]\w*)((?:\s+\w+=(?:"[^"]*"|\{[^}]*\}))*)\s*\/?>/g)]
    .map(([, name = '', attributes = '']) => ({
      name,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
      ),
    }))
    .filter(({ name }) => names.includes(name));

/** Scenes of some MDX in order, with how many steps each has. */
export const scenesIn = (mdx: string): readonly { readonly id: string; readonly steps: number }[] =>
  [...mdx.matchAll(/<Scene of=\{scenes\} id="([^"]+)">([\s\S]*?)<\/Scene>/g)].map(
    ([, id = '', body = '']) => ({
      id,
      steps: body.match(/<Step>/g)?.length ?? 0,
    }),
  );

/** What may stand as a digit in prose: names of units and chapters, and the bounds that a definition gives. */
const NAMES = /\b(?:[Uu]nits?|[Ii]nputs?|[Cc]hapter|[Ll]ayers?) \d\b(?:(?:, \d)* (?:and|or) \d\b)?/g;

/** Where works are named: years, volumes and pages are theirs, not the network's. */
const SOURCES = /^- .*\(\d{4}\)\..*$|\b(?:1[89]|20)\d\d\b/gm;

/**
 * Numerals in MDX that were typed by hand: digits in prose, in what components say, and decimals in formulas. Numbers
 * of the network have to come from the engine, through <Value>.
 */
export const literalsIn = (mdx: string): readonly string[] => {
  const said = [...mdx.matchAll(/\b(?:ask|title|negative|zero|positive|options)="([^"]*)"/g)].map(
    ([, text = '']) => text,
  );
  const front = [...mdx.matchAll(/^(?:short|summary|wrong|numberLabel|term): (.*)$/gm)].map(
    ([, text = '']) => text,
  );
  const formulas = [...mdx.matchAll(/\$\$?([^$]+)\$\$?/g), ...mdx.matchAll(/^formula: (.*)$/gm)];
  const prose = mdx
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^import .*$/gm, '')
    .replace(/<\/?[A-Z][^>]*>/g, ' ')
    .replace(/\$\$?[^$]+\$\$?/g, ' ');
  const plain = [prose, ...said, ...front].join('\n').replace(SOURCES, ' ').replace(NAMES, ' ');
  return [
    ...(plain.match(/[−-]?\d[\d.,]*/g) ?? []),
    ...formulas.flatMap(
      ([, tex = '']) => tex.replace(/_(?:\{[^}]*\}|\d)/g, '').match(/\d+[.,]\d+|\d{2,}/g) ?? [],
    ),
  ];
};
