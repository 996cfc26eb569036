import { createContext, runInContext } from 'node:vm';
import type { Page } from '@playwright/test';

// The answers of the inspector, read as a reader with a calculator would.

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** What the names in displayed arithmetic stand for. */
const NAMES = createContext({
  LN: Math.log,
  ABS: Math.abs,
  SIGMA: (z: number) => 1 / (1 + Math.exp(-z)),
  EXP: Math.exp,
  MAX: Math.max,
});

/** A displayed number or expression, read by rules of its own: nothing here knows how the page computes. */
const evaluate = (text: string): number => {
  const powers = text.replace(
    /×10(⁻?)([⁰¹²³⁴-⁹]+)/g,
    (_, sign: string, digits: string) =>
      `e${sign && '-'}${[...digits].map((digit) => SUPERSCRIPTS.indexOf(digit)).join('')}`,
  );
  const code = powers
    .replaceAll('−', '-')
    .replaceAll('×', '*')
    .replace(/^\s*1 if (.*), else 0\s*$/, '(($1) ? 1 : 0)')
    .replace(/ln\s*\(/g, 'LN(')
    .replace(/ln\s+([\d.e]+(?:e-?\d+)?)/g, 'LN($1)')
    .replace(/([\d)])\s*LN/g, '$1*LN')
    .replace(/\|\s*(-?[\d.]+)\s*\|/g, 'ABS($1)')
    .replaceAll('σ', 'SIGMA')
    .replaceAll('exp', 'EXP')
    .replaceAll('max', 'MAX')
    .replace(/- -/g, '+ ');
  return runInContext(code, NAMES) as number;
};

/** Half a unit in the last place of a displayed number, and a hair. */
const halfUnit = (text: string): number => {
  const [mantissa = '', power] = text.split('×10');
  const places = mantissa.split('.')[1]?.length ?? 0;
  const scale = power === undefined ? 1 : Math.abs(evaluate(`1×10${power}`));
  // Trailing zeros are dropped, so a result of few decimals may stand for one of four.
  return scale * (power === undefined ? 0.5 * 10 ** -Math.max(4, places) : 0.5 * 10 ** -4) * 1.001;
};

/** What opened at a press on a number. */
export interface Answer {
  readonly of: string;
  readonly at: string;
  readonly title: string;
  /** The value of the number pressed, and how its answer writes it. */
  readonly value: number;
  readonly result: string;
  readonly line: string | undefined;
  readonly rule: string;
  /** Whether it hides its number. */
  readonly covers: boolean;
}

/**
 * Presses every number that `selector` finds, and notes what opens. An answer is there without a frame in between; where the
 * page had to scroll, it may follow first. With `once`, each quantity at a training step only once, as an answer depends on
 * nothing else, and nothing on the page moves on meanwhile.
 */
export const pressed = (
  page: Page,
  selector: string,
  { once = false }: { readonly once?: boolean } = {},
): Promise<readonly Answer[]> =>
  page.evaluate(
    async ([found, isOnce]) => {
      const shown = async (): Promise<void> => {
        for (let i = 0; i < 8; i++) await Promise.resolve();
      };
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const answers: Answer[] = [];
      const asked = new Set<string>();
      for (const element of document.querySelectorAll<HTMLElement>(found)) {
        if (element.closest('.still, details:not([open])') || !element.getClientRects().length) continue;
        const { q, value } = element.dataset;
        const subject = [q, element.closest('[data-at]')?.getAttribute('data-at'), value].join(' ');
        if (isOnce && asked.has(subject)) continue;
        asked.add(subject);
        const { top, bottom } = element.getBoundingClientRect();
        const isInView = top >= 0 && bottom <= innerHeight;
        if (isOnce ? !isInView : !element.closest('.side')) {
          const from = scrollY;
          element.scrollIntoView({ block: 'center', behavior: 'instant' });
          if (isOnce) await shown();
          else if (scrollY !== from) for (let i = 0; i < 2; i++) await frame();
        }
        // The stage may have moved on.
        if (!element.isConnected || !element.dataset['value']) continue;
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        await shown();
        await shown();
        // What answers comes with the first question.
        for (let i = 0; answers.length === 0 && i < 600 && !document.querySelector('.inspector'); i++)
          await new Promise((resolve) => requestAnimationFrame(resolve));
        const panel = document.querySelector<HTMLElement>('.inspector');
        const box = panel?.getBoundingClientRect();
        const own = element.getBoundingClientRect();
        answers.push({
          of: element.dataset['q'] ?? '',
          at: element.textContent,
          title: panel?.querySelector('.title')?.textContent.trim() ?? 'nothing opened',
          value: Number(element.dataset['value']),
          result: panel?.querySelector('.result')?.textContent.trim() ?? '',
          line: panel?.querySelector('.numbers')?.textContent.replace(/\s+/g, ' ').trim(),
          rule: panel?.querySelector('.rule')?.textContent.trim() ?? '',
          covers:
            box !== undefined &&
            own.left < box.right - 1 &&
            own.right > box.left + 1 &&
            own.top < box.bottom - 1 &&
            own.bottom > box.top + 1,
        });
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        await shown();
      }
      return answers;
    },
    [selector, once] as const,
  );

/** What is wrong with some answers, a line each. */
export const faultsOf = (answers: readonly Answer[]): readonly string[] =>
  answers.flatMap((answer) => {
    const { title, rule, covers, result, value, line } = answer;
    const isOff = (computed: number, text: string, exact: number): boolean =>
      !(Math.abs(computed - exact) <= halfUnit(text));
    const [left = '', working = ''] = line?.split(' = ') ?? [];
    const faults = [
      ...(title === 'nothing opened' ? [title] : []),
      ...(rule === '' ? ['no rule'] : []),
      ...(covers ? ['hides its number'] : []),
      ...(isOff(evaluate(result), result, value) ? [`${result} is written for ${value}`] : []),
      // Where it is written with ≈ it does not claim to be exact.
      ...(line !== undefined && !line.includes('≈') && isOff(evaluate(working), left, evaluate(left))
        ? [`${working} is ${evaluate(working)}`]
        : []),
    ];
    return faults.map((fault) => `${fault}: ${JSON.stringify(answer)}`);
  });
