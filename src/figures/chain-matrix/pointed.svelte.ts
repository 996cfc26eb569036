/** The number or line that the reader points at: figure and formula below it light up together. */
class Pointed {
  id = $state<string>();
}

export const pointed = new Pointed();
