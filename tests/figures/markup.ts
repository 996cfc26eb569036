import type { Shown } from '../truth/wrongs.ts';

// Markup as Svelte writes it on a server, read without a browser.

/** An element with what is in it. */
export interface Element {
  readonly name: string;
  /** Its attributes as they are written. */
  readonly written: string;
  readonly children: readonly (Element | string)[];
  readonly parent: Element | undefined;
}

interface Growing extends Element {
  readonly children: (Element | string)[];
  readonly parent: Growing | undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(\w+|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    : text;

const EMPTY = new Set(['input', 'br', 'img', 'hr', 'link', 'meta']);
const MARK = /<!--.*?-->|<\/([\w-]+)\s*>|<([\w-]+)((?:[^">]|"[^"]*")*)>|[^<]+/gs;

/** The tree of a piece of markup, under a root without a name. Throws for an element that is not closed where it should be. */
export const treeOf = (markup: string): Element => {
  const root: Growing = { name: '', written: '', children: [], parent: undefined };
  let at = root;
  for (const [whole, ended, begun, written = ''] of markup.matchAll(MARK)) {
    if (begun !== undefined) {
      const element: Growing = { name: begun, written, children: [], parent: at };
      at.children.push(element);
      if (!written.endsWith('/') && !EMPTY.has(begun)) at = element;
    } else if (ended !== undefined) {
      if (at.name !== ended || !at.parent)
        throw new Error(`Expected the end of ${at.name}, found that of ${ended}`);
      at = at.parent;
    } else if (!whole.startsWith('<!--')) at.children.push(plain(whole));
  }
  if (at !== root) throw new Error(`Expected the end of ${at.name}, found none`);
  return root;
};

/** An attribute of an element; undefined if it has none of that name. */
export const attribute = ({ written }: Element, name: string): string | undefined => {
  const start = written.indexOf(` ${name}="`);
  if (start < 0) return new RegExp(`\\s${name}(?=\\s|/|$)`).test(written) ? '' : undefined;
  const from = start + name.length + 3;
  return plain(written.slice(from, written.indexOf('"', from)));
};

/** All elements under another one, in the order of the markup. */
export const elementsOf = (root: Element, into: Element[] = []): readonly Element[] => {
  for (const child of root.children) {
    if (typeof child === 'string') continue;
    into.push(child);
    elementsOf(child, into);
  }
  return into;
};

export const textOf = ({ children }: Element): string =>
  children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

export const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/).includes(name);

/** An attribute of an element, or of the nearest one around it that has it. */
const inherited = (element: Element | undefined, name: string): string | undefined =>
  element && (attribute(element, name) ?? inherited(element.parent, name));

/** The training step that a number says it is of, or what is around it says; undefined for the one that is shown. */
const stepOf = (element: Element | undefined): string | undefined =>
  element && (attribute(element, 'data-at') ?? attribute(element, 'data-step') ?? stepOf(element.parent));

/** Every number of a piece of markup, in order. */
export const numbersIn = (root: Element): readonly Shown[] =>
  elementsOf(root).flatMap((element) => {
    if (!element.written.includes('data-q="')) return [];
    const value = attribute(element, 'data-value');
    return [
      {
        q: attribute(element, 'data-q') ?? '',
        at: stepOf(element),
        world: inherited(element, 'data-world'),
        value: value === undefined ? undefined : Number(value),
        text: textOf(element).trim(),
        isWords: attribute(element, 'data-words') !== undefined || /^(g|path)$/.test(element.name),
      },
    ];
  });
