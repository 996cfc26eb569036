/** What a slip is, said kindly: what was done, as it comes after "comes out". */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^through updated weights$/, 'through weights that have already moved'],
  [/^without the gate$/, 'without the gate of the ReLU'],
  [/^dividing\b/, 'dividing where the chain rule multiplies'],
  [/^transposed$/, 'with rows and columns of W exchanged'],
  [/^transposed, without b\d$/, 'with rows and columns exchanged, and no bias'],
  [/^not squared$/, 'without squaring the error'],
  [/^weights only$/, 'with the biases left where they were'],
  [/^biases too$/, 'with the biases moved as well'],
  [/^loss after \d+ steps$/, 'one update earlier'],
  [/^W\d+(\[\d+\]){2}$/, 'the weight itself'],
  [/^a\d+\[\d+\] - (\S+)$/, 'taking the target for $1'],
];

/** The words for a condition, or for what was printed instead; the condition itself where there are none. */
export function slipWords(condition: string): string {
  for (const [pattern, words] of WORDS)
    if (pattern.test(condition)) return condition.replace(pattern, words).replace(/, where .*/, '');
  return condition;
}
