import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

// A file of scripts costs some 300 bytes beside what is in it, and what two files say alike is packed twice. So modules that
// are always asked for together are put into one file: each chapter's figures (in two, where they are many), what figures of
// several chapters draw with, what the first view wakes. Which those are is read off the imports; a new figure says nothing here.

/** The stage fetches a figure with those before and after it; of more than these, a chapter comes in two files. */
const MOST_FIGURES = 5;
/** What the second of them has in its name beside the chapter. */
const MORE = '-more';

/** The chapter in whose scenes each figure stands first, and whether in the second half of a long one. */
const chaptersOfFigures = (content: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const folder of readdirSync(content).sort()) {
    if (!/^\d/.test(folder)) continue;
    let scenes: string;
    try {
      scenes = readFileSync(join(content, folder, 'scenes.ts'), 'utf8');
    } catch {
      continue;
    }
    const chapter = folder.replace(/^\d+-/, '');
    const figures = [...scenes.matchAll(/figure: '([\w-]+)'/g)].flatMap(([, name]) => name ?? []);
    const own = [...new Set(figures)].filter((name) => !found.has(name));
    for (const [i, name] of own.entries())
      found.set(name, own.length > MOST_FIGURES && i >= own.length / 2 ? `${chapter}${MORE}` : chapter);
  }
  return found;
};

interface Module {
  readonly isEntry: boolean;
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}
type Ask = (id: string) => Module | null;

/** What a file that is asked for by itself belongs to: a chapter, the first view, a lab; otherwise to nothing but itself. */
const partOf = (id: string, chapters: ReadonlyMap<string, string>): string => {
  const [, path = ''] = /\/src\/(.*)$/.exec(id) ?? [];
  const [, figure] = /^figures\/([\w-]+)\/index\.ts$/.exec(path) ?? [];
  if (figure !== undefined) return `chapter ${chapters.get(figure) ?? 'passes'}`;
  if (ENGINE.test(id)) return 'engine';
  if (path.startsWith('components/lab/')) return 'chapter passes';
  if (path === 'components/Stage.svelte') return 'stage';
  if (/^components\/Reader\.svelte|^browser\/wake\.ts/.test(path)) return 'reader';
  if (BESIDE_CHAPTERS.test(path)) return 'beside';
  const [, lab] = /^components\/(gates|depth|bugs|drill|examples)\//.exec(path) ?? [];
  if (lab !== undefined) return `lab ${lab}`;
  return id;
};

/** What may be asked for wherever the reader is: the opening, and what answers for a number of any chapter. */
const BESIDE_CHAPTERS =
  /^(components\/(Hero\.svelte|inspector\/)|browser\/re(fresh|tell)\.ts|story\/transcript\.ts)/;

/** What passes on what others hold. */
const BARREL = /\/(src\/engine\/index\.ts|d3\/.*\.m?js)$/;

/** What everybody needs who asks d3 for something. */
const PASSED_ON = /\/d3-array\//;

/** What of the engine the first view cannot do without. */
const ENGINE =
  /\/src\/engine\/(activations|backward|checks|flat|forward|gradient|ids|initialisers|losses|network|optimizers|quantities|random|trace|train|vector)\.ts$/;

/** For every module, the parts of the site that cannot do without it. */
const usersOf = (
  roots: readonly string[],
  ask: Ask,
  part: (id: string) => string,
): Map<string, Set<string>> => {
  const users = new Map<string, Set<string>>();
  for (const root of roots) {
    const user = part(root);
    const left = [root];
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      const known = users.get(id) ?? new Set();
      if (known.has(user)) continue;
      users.set(id, known.add(user));
      const asked = ask(id)?.importedIds ?? [];
      // Who asks a barrel for one thing does not ask for the rest.
      left.push(...(BARREL.test(id) ? asked.filter((one) => PASSED_ON.test(one)) : asked));
    }
  }
  return users;
};

/** The file of a module that is used by these parts of the site; none: as the bundler sees fit. */
const fileFor = (users: ReadonlySet<string>): string | null => {
  const all = [...users];
  const halves = all.filter((user) => user.startsWith('chapter '));
  const chapters = new Set(halves.map((half) => half.replace(MORE, '')));
  const labs = all.filter((user) => user.startsWith('lab '));
  const isOfLabs = labs.length > 0;
  if (users.has('engine')) return 'base';
  if (users.has('reader')) return isOfLabs ? 'base' : 'reader';
  const isOfOne = chapters.size === 1 && !isOfLabs;
  // What both halves of a chapter need comes with the first.
  if (isOfOne && !users.has('beside'))
    return [...(halves.length === 1 ? halves : chapters)].join('').replace('chapter ', '');
  if (isOfOne) return users.has('chapter concept') ? null : 'figures';
  // One lab does not bring what another draws with.
  if (labs.length === 1) return null;
  // What the first chapter does not need, it does not bring.
  if (users.has('stage') || (chapters.size > 1 && users.has('chapter concept')))
    return isOfLabs ? 'marks' : 'stage';
  if (chapters.size > 1) return isOfLabs ? 'drawing' : 'figures';
  return null;
};

/** Puts into one file what is always asked for together. */
export const files = (content: string): Plugin => {
  const chapters = chaptersOfFigures(content);
  const known = new Set<string>();
  let users: Map<string, Set<string>> | undefined;
  const rank = (ask: Ask): Map<string, Set<string>> => {
    const roots = new Set<string>();
    for (const id of known) {
      const module = ask(id);
      if (module?.isEntry || ENGINE.test(id)) roots.add(id);
      for (const asked of module?.dynamicallyImportedIds ?? []) roots.add(asked);
    }
    return usersOf([...roots], ask, (id) => partOf(id, chapters));
  };
  return {
    name: 'files',
    apply: 'build',
    configResolved({ environments: { client } }) {
      if (!client) return;
      const options = client.build.rolldownOptions;
      // A file may hold more than the entry that it is named for.
      options.preserveEntrySignatures = 'allow-extension';
      options.output = {
        ...(options.output as object | undefined),
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: (id, context) => {
                users ??= rank((of) => context.getModuleInfo(of));
                return fileFor(users.get(id) ?? new Set());
              },
            },
          ],
        },
      };
    },
    moduleParsed({ id }) {
      if (this.environment.name === 'client') known.add(id);
    },
  };
};
