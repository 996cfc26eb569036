import type { Scale01 } from './model.ts';

/** Where the prediction and its distance from the target are written beside the scale, `line` px apart at least. */
export const namesAt = (
  { at, zero }: Scale01,
  prediction: number,
  target: number,
  line: number,
): { readonly prediction: number; readonly error: number } => {
  const [dot, goal] = [at(prediction), at(target)];
  const middle = (dot + goal) / 2;
  if (Math.abs(middle - dot) >= line) return { prediction: dot, error: middle };
  // Too close together for a line between them: it goes to the side of the prediction that the target is not on.
  const isBelow = goal <= dot ? dot + line <= zero + line : false;
  return { prediction: dot, error: isBelow ? dot + line : dot - line };
};
