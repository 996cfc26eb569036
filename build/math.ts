import katex from 'katex';
import { defineHastPlugin, htmlToHast } from 'satteri';
import { misshapen } from './math-shape.ts';

/** Colours of meaning inside a formula: `\signal{w}`, `\gradient{\delta}`, `\lossed{L}`. */
const macros = {
  '\\signal': '\\textcolor{signal}{#1}',
  '\\gradient': '\\textcolor{gradient}{#1}',
  '\\lossed': '\\textcolor{loss}{#1}',
  '\\pd': '\\frac{\\partial #1}{\\partial #2}',
  '\\R': '\\mathbb{R}',
};

const alphabets: Record<string, (letter: string) => string> = {
  bold: (letter) => shifted(letter, 0x1d400, 0x1d41a),
  'double-struck': (letter) => (letter === 'R' ? 'ℝ' : shifted(letter, 0x1d538, 0x1d552)),
};

/** Moves a plain Latin letter into a mathematical alphabet that starts at `upper` / `lower`. */
const shifted = (letter: string, upper: number, lower: number): string => {
  const code = Number(letter.codePointAt(0));
  if (letter >= 'A' && letter <= 'Z') return String.fromCodePoint(upper + code - 65);
  if (letter >= 'a' && letter <= 'z') return String.fromCodePoint(lower + code - 97);
  return letter;
};

/**
 * TeX to MathML that browsers draw without KaTeX's style sheet, its fonts or a style attribute (a strict CSP refuses
 * those). Throws KaTeX's ParseError, or RangeError for markup that no browser draws as it is meant: a bad formula stops the
 * build.
 */
export const mathml = (tex: string, displayMode: boolean): string => {
  const markup = plainMathml(tex, displayMode);
  const [fault] = misshapen(markup);
  if (fault) throw new RangeError(`Expected MathML that browsers draw of ${tex}, found ${fault}`);
  return markup;
};

const plainMathml = (tex: string, displayMode: boolean): string =>
  katex
    .renderToString(tex, {
      output: 'mathml',
      displayMode,
      throwOnError: true,
      strict: 'error',
      macros: { ...macros },
    })
    .replace(/^<span class="katex">|<\/span>$/g, '')
    // HTML needs no namespace here, and the Sätteri parser would write it as `:xmlns`.
    .replace(' xmlns="http://www.w3.org/1998/Math/MathML"', '')
    .replace(/<annotation[\s\S]*?<\/annotation>/g, '')
    .replace(/<\/?semantics>/g, '')
    // «Function application» is one child too many where a name such as min is a mark.
    .replace(/<mo>\u2061<\/mo>(?=<\/m(?:sub|sup|subsup|under|over|underover|frac)>)/g, '')
    // Names of meaning, not colours: the style sheet gives them theirs in both themes.
    .replace(/ mathcolor="(\w+)"/g, ' class="$1"')
    // MathML Core knows neither mathvariant (but for "normal") nor columnalign.
    .replace(
      /<(m[ion]) mathvariant="([\w-]+)">([^<]*)/g,
      (whole, tag: string, variant: string, text: string) => {
        const alphabet = alphabets[variant];
        return alphabet ? `<${tag}>${[...text].map(alphabet).join('')}` : whole;
      },
    )
    .replace(
      / columnalign="([\w ]+)"/g,
      (_, columns: string) => ` class="align-${columns.split(' ').join('-')}"`,
    )
    .replace(/ (columnspacing|rowspacing|stretchy="false" lspace|fence)="[^"]*"/g, '')
    .replace(/ style="[^"]*"/g, '');

/** Typesets `$…$` and `$$…$$` of the MDX at build time. */
export const math = () =>
  defineHastPlugin({
    name: 'math',
    element: {
      filter: ['pre', 'code'],
      visit(node, ctx) {
        const display = node.tagName === 'pre';
        const code = display ? node.children[0] : node;
        const classes = code?.type === 'element' ? code.properties['className'] : undefined;
        if (!Array.isArray(classes) || !classes.includes(display ? 'math-display' : 'math-inline')) return;
        const tree = htmlToHast(mathml(ctx.textContent(node), display), { fragment: true });
        return 'children' in tree ? tree.children[0] : undefined;
      },
    },
  });
