import type { APIRoute, GetStaticPaths } from 'astro';
import { examples, type PublishedExample } from '@content/examples/index.ts';

/** Each example as a file of its own: what the page fetches, and anybody may. */
export const getStaticPaths: GetStaticPaths = () =>
  examples.map((example) => ({ params: { id: example.id }, props: { example } }));

export const GET: APIRoute<{ example: PublishedExample }> = ({ props }) =>
  new Response(written(props.example));

/** A field a line: short enough to be read, and changed by hand. */
const written = (example: object): string => {
  const lines = Object.entries(example).map(([name, value]) => `  ${JSON.stringify(name)}: ${field(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
};

const field = (value: unknown): string => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  const lines = Object.entries(value).map(
    ([name, own]) => `    ${JSON.stringify(name)}: ${JSON.stringify(own)}`,
  );
  return `{\n${lines.join(',\n')}\n  }`;
};
