import type { APIRoute } from 'astro';
import { essaysReading } from '@/components/essays-reading.ts';
import { csvOf } from '@/story/record.ts';

/** Every state of the essay's own run, for whoever has no scripts or wants the numbers alone. */
export const GET: APIRoute = () =>
  new Response(csvOf(essaysReading.run), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
