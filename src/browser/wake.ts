import type { ClientDirective } from 'astro';
import { whenTold, type Sign } from './signs.ts';
import { wakeFirst, wakeInOrder } from './waking.ts';

/** When an island wakes. All go through one queue, so they are one directive. */
export type When = 'soon' | Sign | 'changed or near';

const SIGNS: Readonly<Record<Exclude<When, 'soon'>, readonly Sign[]>> = {
  changed: ['changed'],
  near: ['near'],
  'changed or near': ['changed', 'near'],
};

/**
 * The directive `client:wake`. `soon`: as soon as the reader has something to look at, before all others. `changed`: when
 * the reader has set something, for until then it is as it was built. `near`: when the chapter or lab that it is in comes
 * near.
 */
const wake: ClientDirective = (load, { value }, island) => {
  const when = value as When;
  if (when === 'soon') wakeFirst(load);
  else whenTold(island, SIGNS[when], () => wakeInOrder(load));
};

export default wake;
