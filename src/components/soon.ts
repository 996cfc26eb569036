import type { ClientDirective } from 'astro';
import { whenIdle } from './idle.ts';
import { wakeFirst } from './waking.ts';

/** The directive `client:soon`: wakes an island as soon as the reader has something to look at, before all others. */
const soon: ClientDirective = (load) => wakeFirst(load, new Promise<void>((done) => whenIdle(done)));

export default soon;
