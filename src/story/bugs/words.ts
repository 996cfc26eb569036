import { activations } from '../../engine/index.ts';
import type { BugName } from './cases.ts';

// What each bug is called, and what is told of it in the end. In code, W1 has a row for each unit and W2 is one row, as in
// the essay's sheet of formulas; all of it is of one morning, where nothing else is said.

/** Where a bug has been printed or reported. */
export interface Source {
  readonly words: string;
  readonly links: readonly { readonly to: string; readonly words: string }[];
}

/** Lines of the algorithm: of one unit in letters, of all of them in NumPy. */
export interface Lines {
  readonly formula: readonly string[];
  readonly code: readonly string[];
}

export interface Told {
  /** As it is offered among the guesses. */
  readonly name: string;
  /** What the code does, and why that is wrong. */
  readonly why: string;
  readonly wrong: Lines;
  readonly right: Lines;
  readonly source?: Source;
}

const LEAK = activations.leakyRelu.df(-1);

const example = (id: string): string => `/lab/examples/?example=${id}`;

export const TOLD: Readonly<Record<BugName, Told>> = {
  'slope-left-in': {
    name: 'The sigmoid’s slope is multiplied in once too often',
    why: 'Under cross-entropy the slope has cancelled: ∂L/∂z is ŷ − y, and that is all. Multiplied by the slope again, it is a quarter of that at most, and everything below inherits it.',
    wrong: { formula: ['∂L/∂z = (ŷ − y) · ŷ · (1 − ŷ)'], code: ['dz2 = (yhat - y) * yhat * (1 - yhat)'] },
    right: { formula: ['∂L/∂z = ŷ − y'], code: ['dz2 = yhat - y'] },
  },
  'update-before-propagate': {
    name: 'The output weights move before the error goes down through them',
    why: 'The error has to go down through the weights that made the prediction. Here it goes down through what they become by this morning’s step: in most programs it is two lines in the wrong order, the update first.',
    wrong: {
      formula: ['∂L/∂a₁ = (w₁ − η · ∂L/∂w₁) · ∂L/∂z'],
      code: ['da1 = dz2 * (W2 - eta * dW2)'],
    },
    right: { formula: ['∂L/∂a₁ = w₁ · ∂L/∂z'], code: ['da1 = dz2 * W2'] },
    source: {
      words:
        'A course sheet of Robert Gordon University teaches this order. In Matt Mazur’s well-known example of 2015 the weights are sound, but the loss printed after the step comes out to its last digit only this way; in his code he had put the order right two days before.',
      links: [
        { to: example('rgu-3.1'), words: 'the sheet’s numbers' },
        { to: example('mazur-2015-after'), words: 'Mazur’s' },
      ],
    },
  },
  'no-gate': {
    name: 'On the way back the activation function is forgotten',
    why: 'Hidden units are passed as if they had none: the slope is taken for 1, and z stands in for a. A unit that is shut, and should hear nothing, is taught all the same.',
    wrong: { formula: ['∂L/∂z₃ = ∂L/∂a₃', '∂L/∂w₃ = ∂L/∂z · z₃'], code: ['dz1 = da1', 'dW2 = dz2 * z1'] },
    right: {
      formula: ['∂L/∂z₃ = ∂L/∂a₃ if z₃ > 0, else 0', '∂L/∂w₃ = ∂L/∂z · a₃'],
      code: ['dz1 = da1 * (z1 > 0)', 'dW2 = dz2 * a1'],
    },
    source: {
      words:
        'A notebook of Jeff Prosise’s good book on machine learning for engineers (2022, chapter 8) trains a 2-3-1 network of ReLU units by this rule. It ends with nearly the right sum of four and four: that it trains is no proof.',
      links: [{ to: example('prosise-2-3-1-no-mask'), words: 'its numbers' }],
    },
  },
  'gate-from-activation': {
    name: 'The gate is read from a, not from z',
    why: 'The code takes a unit for open if its a is not 0. Under plain ReLU that is the same as z > 0, and the check would find nothing. With a leak, a is 0 only where z is exactly 0, and all other gates count as open.',
    wrong: {
      formula: [`∂L/∂z₃ = ∂L/∂a₃ · (1 if a₃ ≠ 0, else ${LEAK})`],
      code: [`dz1 = da1 * np.where(a1 != 0, 1, ${LEAK})`],
    },
    right: {
      formula: [`∂L/∂z₃ = ∂L/∂a₃ · (1 if z₃ > 0, else ${LEAK})`],
      code: [`dz1 = da1 * np.where(z1 > 0, 1, ${LEAK})`],
    },
  },
  'swapped-indices': {
    name: 'The indices of the hidden weights are swapped',
    why: 'All six products are right, but they are laid out by input and then read by unit. The first and the last land in their own place either way; the four between them change places.',
    wrong: {
      formula: [
        '∂L/∂w₁₂ = ∂L/∂z₂ · x₁',
        '∂L/∂w₂₁ = ∂L/∂z₃ · x₁',
        '∂L/∂w₂₂ = ∂L/∂z₁ · x₂',
        '∂L/∂w₃₁ = ∂L/∂z₂ · x₂',
      ],
      code: ['dW1 = np.outer(x, dz1).reshape(3, 2)'],
    },
    right: {
      formula: [
        '∂L/∂w₁₂ = ∂L/∂z₁ · x₂',
        '∂L/∂w₂₁ = ∂L/∂z₂ · x₁',
        '∂L/∂w₂₂ = ∂L/∂z₂ · x₂',
        '∂L/∂w₃₁ = ∂L/∂z₃ · x₁',
      ],
      code: ['dW1 = np.outer(dz1, x)'],
    },
  },
  'no-bias-gradient': {
    name: 'The biases get no gradient',
    why: 'A bias is a weight from a node that is always 1, so its gradient is ∂L/∂z itself. Here nothing is handed to it, and the weights have to do its work.',
    wrong: { formula: ['∂L/∂b₁ = 0', '∂L/∂b = 0'], code: ['db1 = np.zeros(3)', 'db2 = 0'] },
    right: { formula: ['∂L/∂b₁ = ∂L/∂z₁', '∂L/∂b = ∂L/∂z'], code: ['db1 = dz1', 'db2 = dz2'] },
    source: {
      words: 'It was reported of Tinn, a small library in C: there the biases are never updated.',
      links: [{ to: 'https://github.com/glouw/tinn/issues/30', words: 'the report' }],
    },
  },
  divides: {
    name: 'It divides where it should multiply',
    why: 'The chain rule multiplies, by the weight and by what came in. Dividing makes the weak strong: what was multiplied by a small number is now blown up by it.',
    wrong: {
      formula: ['∂L/∂w₁ = ∂L/∂z ÷ a₁', '∂L/∂a₁ = ∂L/∂z ÷ w₁', '∂L/∂w₁₁ = ∂L/∂z₁ ÷ x₁'],
      code: ['dW2 = dz2 / a1', 'da1 = dz2 / W2', 'dW1 = np.outer(dz1, 1 / x)'],
    },
    right: {
      formula: ['∂L/∂w₁ = ∂L/∂z · a₁', '∂L/∂a₁ = ∂L/∂z · w₁', '∂L/∂w₁₁ = ∂L/∂z₁ · x₁'],
      code: ['dW2 = dz2 * a1', 'da1 = dz2 * W2', 'dW1 = np.outer(dz1, x)'],
    },
    source: {
      words:
        'Steven Miller’s warm introduction of 2015, also with two inputs, three hidden units and one output, divides on the way back; its way forward holds to ten digits.',
      links: [{ to: example('miller-mind-2015'), words: 'its numbers' }],
    },
  },
  'overwrites-batch': {
    name: 'The second morning overwrites the first',
    why: 'Each morning has its share in the mean, and the shares have to be added. With = in place of += only the last one is left, and the network learns that it never rains.',
    wrong: {
      formula: ['∂L/∂w₁₁ = ½ · ∂L/∂w₁₁ of the dry morning'],
      code: ['for x, y in mornings:', '    g = gradient(x, y) / 2'],
    },
    right: {
      formula: ['∂L/∂w₁₁ = ½ · that of the wet morning + ½ · that of the dry one'],
      code: ['g = 0', 'for x, y in mornings:', '    g += gradient(x, y) / 2'],
    },
  },
  'bias-once-per-weight': {
    name: 'A bias steps once for each of its unit’s weights',
    why: 'The gradients are right, all of them. But the line that moves the bias stands inside the loop over the weights, so a hidden bias moves twice as far as it should, and the output’s three times.',
    wrong: {
      formula: ['b₁ ← b₁ − 2 · η · ∂L/∂b₁', 'b ← b − 3 · η · ∂L/∂b'],
      code: ['for k in range(n):', '    W[j, k] -= eta * dW[j, k]', '    b[j] -= eta * db[j]'],
    },
    right: {
      formula: ['b₁ ← b₁ − η · ∂L/∂b₁', 'b ← b − η · ∂L/∂b'],
      code: ['for k in range(n):', '    W[j, k] -= eta * dW[j, k]', 'b[j] -= eta * db[j]'],
    },
  },
};
