/** What the reader points at: a formula of the sheet, or a number or line of the figure. Each lights up in the other. */
class Looked {
  formula = $state<string>();
  quantity = $state<string>();
  /** The formula that the reading line lies on, and the part of the sheet that it is in. */
  read = $state.raw<{ readonly id: string; readonly part: string }>();
}

export const looked = new Looked();
