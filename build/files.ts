import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

// A file of scripts costs some 300 bytes beside what is in it, and what two files say alike is packed twice. So modules that
// are always asked for together are put into one file: each chapter's figures, what figures of several chapters draw with,
// what the first view wakes. Which those are is read off the imports; a new figure says nothing here.

/** The chapter in whose scenes each figure stands first. */
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
    for (const name of figures) if (!found.has(name)) found.set(name, chapter);
  }
  return found;
};

interface Module {
  readonly isEntry: boolean;
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}
type Ask = (id: string) => Module | null;

/** What only passes on what others hold. */
const BARREL = /\/(src\/engine\/index\.ts|d3\/.*\.m?js)$/;

/** What of the engine the first view cannot do without. */
const ENGINE =
  /\/src\/engine\/(activations|backward|checks|flat|forward|gradient|ids|initialisers|losses|network|optimizers|quantities|random|trace|train|vector)\.ts$/;

/** What of the rest only figures ask for. */
const STUDIED = /\/src\/engine\/(cost|slices|saddles|folds|paths|graph|learning-rate|milestones)\.ts$/;

/** What charts count with, and of the engine what both labs and figures ask for: too little for files of their own. */
const LITTLE = /\/d3-array\/|\/src\/engine\/(gradcheck|movable|mutant-rules|mutants)\.ts$/;

/** Of what stands in the page outside the figures, what it is part of. */
const PARTS: readonly (readonly [files: RegExp, part: string])[] = [
  [/^components\/Reader\.svelte|^browser\/wake\.ts/, 'reader'],
  [/^components\/(Stage|Hero)\.svelte/, 'stage'],
  [/^components\/inspector\/Inspector\.svelte|^browser\/scrolled-past\.ts/, 'Inspector'],
  [/^components\/inspector\/answering\.ts/, 'answers'],
  [/^browser\/(refresh|retell)\.ts/, 'retold'],
  [/^story\/transcript\.ts/, 'told'],
  [/^components\/lab\//, 'chapter passes'],
  [/^components\/formulas\//, 'chapter chain-rule'],
  [/^components\/run\/RunRecord\.svelte/, 'chapter training'],
];

/** What is fetched when something is pressed: by then its chapter is there. */
const PRESS = 'press';

/** What a file that is asked for by itself belongs to: the first view, a chapter, a lab; otherwise to nothing but itself. */
const partOf = (id: string, chapters: ReadonlyMap<string, string>): string => {
  const [, path = ''] = /\/src\/(.*)$/.exec(id) ?? [];
  const [, figure = '', file] = /^figures\/([\w-]+)\/(.*)$/.exec(path) ?? [];
  const chapter = chapters.get(figure) ?? 'passes';
  // What else of a figure is asked for by itself is asked for by a press.
  if (file !== undefined) return file === 'index.ts' ? `chapter ${chapter}` : PRESS;
  const [, lab] = /^components\/(gates|depth|bugs|drill|examples)\//.exec(path) ?? [];
  if (lab !== undefined) return `lab ${lab}`;
  if (/^(components\/run|browser|story)\//.test(path) && !PARTS.some(([files]) => files.test(path)))
    return PRESS;
  return PARTS.find(([files]) => files.test(path))?.[1] ?? (ENGINE.test(id) ? 'engine' : id);
};

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
      // Who asks a barrel for one thing does not ask for the rest.
      if (!BARREL.test(id)) left.push(...(ask(id)?.importedIds ?? []));
    }
  }
  return users;
};

/** A part that is asked for as a whole. */
const PLAIN = /^(?:chapter |lab )?([\w-]+)$/;
const plain = (user: string): string => PLAIN.exec(user)?.[1] ?? user;

/** The file of a module that is used by these parts of the site; none: as the bundler sees fit. */
const fileFor = (id: string, users: ReadonlySet<string>): string | null => {
  const all = [...users].filter((user) => user !== PRESS);
  const chapters = new Set(all.filter((user) => user.startsWith('chapter ')));
  const labs = all.filter((user) => user.startsWith('lab ')).length;
  if (users.has('engine')) return 'base';
  if (users.has('reader')) return labs > 0 ? 'base' : 'reader';
  // What is told is told from the first chapter on, before any of it is drawn.
  const isTold = labs === 0 && chapters.size > 0 && /\/src\/story\//.test(id);
  if (isTold && !users.has('stage') && !users.has('Inspector')) return 'story';
  if (all.length === 1 && labs === 0) return all.map((user) => PLAIN.exec(user)?.[1]).find(Boolean) ?? null;
  // One lab does not bring what another draws with.
  if (labs === 1 && chapters.size <= 1)
    return all.every((user) => PLAIN.test(user)) ? all.map(plain).sort().join('-') : null;
  // What several labs share with one chapter is little as well.
  if (labs > 1 && chapters.size === 1) return 'marks';
  // What the first chapter does not need, it does not bring.
  if (users.has('stage') || users.has('Inspector') || (chapters.size > 1 && users.has('chapter concept')))
    return labs > 0 ? 'marks' : 'stage';
  if (chapters.size > (labs > 0 ? 1 : 0) && !id.includes('/src/figures/'))
    return labs > 0 ? 'marks' : 'story';
  if (chapters.size <= 1) return null;
  return labs > 0 ? 'drawing' : 'figures';
};

/** The bundler's own module around every import that is made when it is wanted. */
const PRELOADING = '\0vite/preload-helper.js';

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
    enforce: 'pre',
    // What a file needs is there by the time it is asked for: nothing is fetched ahead with it, and none of it is listed.
    load: (id) => (id === PRELOADING ? 'export const __vitePreload = (load) => load();' : null),
    configResolved({ environments: { client } }) {
      if (!client) return;
      Object.assign(client.build, { modulePreload: { polyfill: false, resolveDependencies: () => [] } });
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
                if (LITTLE.test(id)) return 'marks';
                if (STUDIED.test(id)) return /(cost|slices)\.ts$/.test(id) ? 'stage' : 'story';
                return fileFor(id, users.get(id) ?? new Set());
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
