import { Refusal, type WorkedExample } from '../../story/worked/example.ts';
import { judge, type Judgement } from '../../story/worked/judge.ts';
import { readExample } from '../../story/worked/read.ts';

/** What the page tells of an example beside what it computes. */
export interface Told {
  readonly by: string;
  readonly title: string;
  readonly year?: number | undefined;
  readonly source?: string | undefined;
  readonly where?: string | undefined;
  readonly seen?: string | undefined;
  readonly note?: string | undefined;
}

/** An example as it is shown. */
export interface Shown {
  readonly told: Told;
  readonly example: WorkedExample;
  readonly judgement: Judgement;
}

/** A line of the menu. */
export interface Choice {
  readonly id: string;
  readonly by: string;
  readonly shape: string;
  readonly counts: Judgement['counts'];
}

const textIn = (json: object, field: string): string | undefined => {
  const value: unknown = Reflect.get(json, field);
  return typeof value === 'string' ? value : undefined;
};

/** An example run and judged. Throws Refusal, with the reason, if it cannot be. */
export const shownOf = (json: unknown): Shown => {
  const example = readExample(json);
  const told = typeof json === 'object' && json !== null ? json : {};
  const year: unknown = Reflect.get(told, 'year');
  return {
    told: {
      by: textIn(told, 'by') ?? 'Your own',
      title: example.title,
      year: typeof year === 'number' ? year : undefined,
      source: textIn(told, 'source'),
      where: textIn(told, 'where'),
      seen: textIn(told, 'seen'),
      note: textIn(told, 'note'),
    },
    example,
    judgement: judge(example),
  };
};

/** The example in a text, run and judged; or what is wrong with it, in words for whoever wrote it. */
export const shownFrom = (text: string): Shown | string => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return `This is not JSON yet: ${error instanceof Error ? error.message : String(error)}`;
  }
  const list: unknown =
    typeof json === 'object' && json !== null && 'examples' in json ? json.examples : json;
  try {
    return shownOf(Array.isArray(list) ? list[0] : list);
  } catch (error) {
    if (error instanceof Refusal) return `This cannot be computed: ${error.message}.`;
    throw error;
  }
};

/** Where an example is fetched from, and which one an address asks for. */
export const fileOf = (id: string): string => `/lab/examples/${id}.json`;
export const chosenIn = (search: string): string | undefined =>
  new URLSearchParams(search).get('example') ?? undefined;
export const addressOf = (id: string): string => `?example=${id}`;
