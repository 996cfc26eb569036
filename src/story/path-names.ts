// Names of what paths bring, where the quantities of a pass have none: `path:x.1/2` is the product along the path through
// hidden unit 2, `path:x.1/1-3` in a deeper network the one through unit 1 and then unit 3, `path:x.1/1` there all that go
// through unit 1 first, and `sum:w.1.1.1` the gradients of all examples added.

/** Such a name: whose paths, and through which hidden units, one a layer. */
export interface PathName {
  readonly kind: 'path' | 'sum';
  readonly source: string;
  readonly through: readonly string[];
}

/** What a name says; undefined for a name of another kind. */
export const pathNameOf = (id: string): PathName | undefined => {
  const [, kind, source, through = ''] = /^(path|sum):([^/]+)(?:\/([\d-]*))?/.exec(id) ?? [];
  if ((kind !== 'path' && kind !== 'sum') || source === undefined) return undefined;
  return { kind, source, through: through.split('-').filter(Boolean) };
};

export const isPathName = (id: string): boolean => pathNameOf(id) !== undefined;
