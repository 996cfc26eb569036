import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const chapters = defineCollection({
  loader: glob({ pattern: '*/*.mdx', base: './content/chapters' }),
  schema: z.object({
    title: z.string(),
    /** Place in the essay, from 1. */
    order: z.number().int(),
    summary: z.string(),
  }),
});

const glossary = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './content/glossary' }),
  schema: z.object({
    term: z.string(),
    order: z.number().int(),
    /** One sentence, plain text. */
    short: z.string(),
    /** TeX. */
    formula: z.string(),
    /** The quantity or fact that is this term's number in the essay's network, and what that number is called. */
    number: z.string(),
    numberAt: z.string().optional(),
    numberLabel: z.string(),
    /** Ids of the scenes where it appears. */
    scenes: z.array(z.string()).min(1),
    wrong: z.string(),
  }),
});

export const collections = { chapters, glossary };
