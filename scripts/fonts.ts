// Makes the committed font files in src/fonts from the full ones: only the characters and weights the essay uses.
// Run `npm run fonts` after changing a list; tests/e2e/fonts.spec.ts says when a page needs a character not here.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const root = join(import.meta.dirname, '..');
const ascii = Array.from({ length: 95 }, (_, offset) => String.fromCharCode(32 + offset)).join('');
const typographic = '\u00a0\u202f–—‘’“”…·×÷−±≤≥≈≠→←↑↓éüı';
const letters = /[a-z]/gi;
const digits = '0123456789';
/** Of a formula: variables in italics, and the same letters as they are written before the browser sets them so. */
const variables = '𝑎𝑏𝑐𝑑𝑒𝑓𝑔ℎ𝑖𝑗𝑘𝑙𝑚𝑛𝑜𝑝𝑞𝑟𝑠𝑡𝑢𝑣𝑤𝑥𝑦𝑧𝐿𝑊𝛿𝜂𝜎𝜃𝜀𝜕𝜆';
const upright = 'abcdefghijklmnopqrstuvwxyzLRUWδεηθλσΔ∂∇';

interface Face {
  readonly file: string;
  readonly from: string;
  readonly characters: string;
  readonly axes?: Record<string, number | { min: number; max: number }>;
  readonly features?: readonly string[];
}

const serif = '@fontsource-variable/source-serif-4/files/source-serif-4-latin';
const faces: readonly Face[] = [
  {
    file: 'prose.woff2',
    from: `${serif}-opsz-normal.woff2`,
    characters: ascii + typographic,
    axes: { wght: 400, opsz: 18 },
    features: ['kern', 'liga', 'calt'],
  },
  {
    // A name in the references that needs more than the Latin file has; fetched for this letter alone.
    file: 'prose-more.woff2',
    from: `${serif}-ext-opsz-normal.woff2`,
    characters: 'ş',
    axes: { wght: 400, opsz: 18 },
    features: ['kern'],
  },
  {
    file: 'prose-italic.woff2',
    from: `${serif}-opsz-italic.woff2`,
    characters: ascii + typographic,
    axes: { wght: 400, opsz: 18 },
    features: ['kern', 'liga', 'calt'],
  },
  {
    // Headings: words, and no signs.
    file: 'title.woff2',
    from: `${serif}-opsz-normal.woff2`,
    characters: (ascii.match(letters) ?? []).join('') + digits + ' \u00a0–—‘’“”,.:;!?',
    axes: { wght: 600, opsz: 44 },
    features: ['kern', 'liga', 'calt'],
  },
  {
    file: 'figure.woff2',
    from: 'inter-ui/variable/InterVariable.woff2',
    characters: `${ascii}${typographic}ŷσδηεΔ∂θ′∞²³√∑⊙⌀₀₁₂₃₄₅₆₇₈₉⁰¹⁴⁵⁶⁷⁸⁹⁻⁽⁾½‹›`,
    axes: { wght: { min: 400, max: 650 }, opsz: 14 },
    features: ['kern', 'ccmp', 'mark', 'tnum'],
  },
  {
    file: 'math.woff2',
    from: '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
    characters: ` \u00a0${digits}${upright}${variables}̂^ŷ()[]{}|∣/,.:;!?=<>≈≠≤≥+−±·×⋅…′←→∑√⊤`,
  },
];

for (const { file, from, characters, axes, features } of faces) {
  const source = await readFile(join(root, 'node_modules', from));
  const made = await subsetFont(source, characters, {
    targetFormat: 'woff2',
    noHinting: true,
    ...(axes ? { variationAxes: axes } : {}),
    ...(features ? { keepFeatures: [...features] } : {}),
  });
  await writeFile(join(root, 'src/fonts', file), made);
  console.log(`${file} ${made.length} bytes`);
}
