// npm run docs:examples: writes the table of docs/examples.md from an actual run.
import { readFileSync, writeFileSync } from 'node:fs';
import { withTable } from './examples-table.ts';

const file = new URL('../docs/examples.md', import.meta.url);
writeFileSync(file, withTable(readFileSync(file, 'utf8')));
