/** How many children MathML asks of an element; a browser draws one that has another number as an error. */
const CHILDREN: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};

/** The elements of some MathML with a wrong number of children, a line each. */
export const misshapen = (markup: string): readonly string[] => {
  const open: { readonly name: string; children: number }[] = [];
  const faults: string[] = [];
  for (const [, closes, name = '', empty] of markup.matchAll(/<(\/?)(\w+)(?:\s[^>]*?)?(\/?)>/g)) {
    if (!closes) {
      const parent = open.at(-1);
      if (parent) parent.children += 1;
      if (!empty) open.push({ name, children: 0 });
      continue;
    }
    const { children = 0 } = open.pop() ?? {};
    const wanted = CHILDREN[name];
    if (wanted !== undefined && children !== wanted)
      faults.push(`<${name}> with ${children} children, not ${wanted}`);
  }
  return faults;
};
