// Formulas of the essay, read as a reader with a calculator would: TeX in, numbers out. It knows the letters that the essay
// gives to quantities, and nothing of the code that computes them.

/** A quantity of the network by its id. Throws for an id that it does not know. */
export type Quantity = (id: string) => number;

/** What the indices of a formula stand for: `{ j: 2, k: 1 }`. */
export type Indices = Readonly<Record<string, number>>;

/** What an index runs over: hidden units and inputs. */
export const RANGES: Readonly<Record<string, readonly number[]>> = { j: [1, 2, 3], k: [1, 2] };

const TOKEN = /\\[a-zA-Z]+|\\\\|\\.|\d+(?:\.\d+)?|[^\s]/g;

const isSpace = (token: string): boolean => /^(\\[,;:!]|\\q?quad|\\left|\\right|~)$/.test(token);

/** The tokens of some TeX, without those that are only there for the eye. */
export const tokensOf = (tex: string): readonly string[] =>
  (tex.match(TOKEN) ?? []).filter((token) => !isSpace(token));

/** The id of what a letter with its indices stands for, such as `z.1.2`. Throws for a letter that is none of the network. */
const idOf = (letter: string, places: readonly number[]): string => {
  const [first, second] = places;
  switch (`${letter}${'·'.repeat(places.length)}`) {
    case 'x·':
      return `x.${first}`;
    case 'w··':
      return `w.1.${first}.${second}`;
    case 'w·':
      return `w.2.1.${first}`;
    case 'b·':
    case 'z·':
    case 'a·':
      return `${letter}.1.${first}`;
    case 'b':
    case 'z':
      return `${letter}.2.1`;
    case '\\delta·':
      return `dz.1.${first}`;
    case '\\delta':
      return 'dz.2.1';
    case 'y':
      return 'y';
    case '\\hat y':
      return 'yhat';
    case 'L':
      return 'loss';
    default:
      throw new SyntaxError(
        `Expected a letter of the network, found ${letter} with ${places.length} indices`,
      );
  }
};

/** Reads and works out one side of an equation, from its tokens. Throws SyntaxError for what it cannot read. */
export class Side {
  #next = 0;
  readonly #tokens: readonly string[];
  readonly #q: Quantity;
  #indices: Indices;

  constructor(tokens: readonly string[], q: Quantity, indices: Indices) {
    this.#tokens = tokens;
    this.#q = q;
    this.#indices = indices;
  }

  value(): number {
    const value = this.#sum();
    if (this.#next < this.#tokens.length) throw this.#unexpected('the end');
    return value;
  }

  #unexpected(wanted: string): SyntaxError {
    return new SyntaxError(
      `Expected ${wanted}, found ${this.#tokens[this.#next] ?? 'the end'} in ${this.#tokens.join(' ')}`,
    );
  }

  #isNext(...wanted: readonly string[]): boolean {
    return wanted.includes(this.#tokens[this.#next] ?? 'the end');
  }

  #take(wanted?: string): string {
    const token = this.#tokens[this.#next];
    if (token === undefined || (wanted !== undefined && token !== wanted))
      throw this.#unexpected(wanted ?? 'more');
    this.#next += 1;
    return token;
  }

  #sum(): number {
    let total = 0;
    let sign = 1;
    if (this.#isNext('-', '+')) sign = this.#take() === '-' ? -1 : 1;
    for (;;) {
      total += sign * this.#product();
      if (!this.#isNext('-', '+')) return total;
      sign = this.#take() === '-' ? -1 : 1;
    }
  }

  #isFactor(): boolean {
    const token = this.#tokens[this.#next];
    return token !== undefined && !/^([-+=)},&|<>]|\\\\|\\end|\\text)$/.test(token);
  }

  #product(): number {
    let total = this.#factor();
    for (;;) {
      if (this.#isNext('\\cdot', '\\times')) this.#take();
      else if (!this.#isFactor()) return total;
      total *= this.#factor();
    }
  }

  #group(): number {
    this.#take('{');
    const value = this.#sum();
    this.#take('}');
    return value;
  }

  #bracketed(): number {
    this.#take('(');
    const value = this.#sum();
    this.#take(')');
    return value;
  }

  #factor(): number {
    const token = this.#take();
    switch (token) {
      case '\\signal':
      case '\\gradient':
      case '\\lossed':
        return this.#group();
      case '(':
        this.#next -= 1;
        return this.#bracketed();
      case '|': {
        const inner = this.#sum();
        this.#take('|');
        return Math.abs(inner);
      }
      case '\\frac':
        return this.#group() / this.#group();
      case '\\pd':
        return this.#derivative();
      case '\\sum':
        return this.#series();
      case '\\max': {
        this.#take('(');
        const first = this.#sum();
        this.#take(',');
        const second = this.#sum();
        this.#take(')');
        return Math.max(first, second);
      }
      case '\\ln':
        return Math.log(this.#factor());
      case '\\sigma':
        return 1 / (1 + Math.exp(-this.#bracketed()));
      case 'e':
        this.#take('^');
        return Math.exp(this.#group());
      case '\\begin':
        return this.#cases();
      default:
        if (/^\d/.test(token)) return Number(token);
        this.#next -= 1;
        return this.#q(this.#letter());
    }
  }

  /** The id of a letter and its indices. */
  #letter(): string {
    const name = this.#take();
    const letter = name === '\\hat' ? `\\hat ${this.#take()}` : name;
    if (!this.#isNext('_')) return idOf(letter, []);
    this.#take('_');
    const marks: string[] = [];
    if (this.#isNext('{')) {
      this.#take();
      while (!this.#isNext('}')) marks.push(...this.#take());
      this.#take('}');
    } else marks.push(this.#take());
    return idOf(
      letter,
      marks.map((mark) => this.#place(mark)),
    );
  }

  #place(mark: string): number {
    const place = /^\d$/.test(mark) ? Number(mark) : this.#indices[mark];
    if (place === undefined) throw new SyntaxError(`Expected an index, found ${mark}`);
    return place;
  }

  /** ∂ of one letter by another: of the loss, a gradient; of the prediction by the sum, the slope there. */
  #derivative(): number {
    this.#take('{');
    const above = this.#letter();
    this.#take('}');
    this.#take('{');
    const below = this.#letter();
    this.#take('}');
    if (above === 'loss') return this.#q(`d${below}`);
    if (above === 'yhat' && below === 'z.2.1') return this.#q('slope.2.1');
    throw new SyntaxError(`Expected a derivative of the network, found ∂${above}/∂${below}`);
  }

  /** Σ over an index, of the product after it. */
  #series(): number {
    this.#take('_');
    const mark = this.#take();
    const range = RANGES[mark];
    if (!range) throw new SyntaxError(`Expected an index to add over, found ${mark}`);
    const start = this.#next;
    const before = this.#indices;
    let total = 0;
    for (const place of range) {
      this.#next = start;
      this.#indices = { ...before, [mark]: place };
      total += this.#product();
    }
    this.#indices = before;
    return total;
  }

  /** One of two cases: the first if its condition holds, else the other. */
  #cases(): number {
    const word = (wanted: string): void => {
      for (const token of tokensOf(wanted)) this.#take(token);
    };
    word('{cases}');
    const first = this.#sum();
    word('& \\text{if}');
    const left = this.#sum();
    const sign = this.#take();
    const right = this.#sum();
    if (!/^[<>]$/.test(sign)) throw new SyntaxError(`Expected < or >, found ${sign}`);
    word('\\\\');
    const second = this.#sum();
    word('& \\text{otherwise} \\end{cases}');
    return (sign === '>' ? left > right : left < right) ? first : second;
  }
}
