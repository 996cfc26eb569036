import { seedEnd, SEEDS, type SeedEnd, type SeedSetting } from '../story/gates/seeds.ts';
import { whileIdle } from './idle.ts';
import address from './seeds-worker.ts?worker&url';

interface Policy {
  createScriptURL(address: string): string;
}
interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

/** The page takes addresses of scripts only from a policy by this name (Page.astro); made once. */
let policy: Policy | undefined;
const trusted = (script: string): string => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };
  policy ??= trustedTypes?.createPolicy('workers', { createScriptURL: (text) => text });
  return policy ? policy.createScriptURL(script) : script;
};

/** The same on the page itself, in idle moments: where a worker cannot be had. */
const onPage = (setting: SeedSetting, found: (ends: readonly SeedEnd[]) => void): (() => void) => {
  function* pieces(): Iterable<() => void> {
    for (let seed = 0; seed < SEEDS; seed++) yield () => found([seedEnd(setting, seed)]);
  }
  return whileIdle(pieces());
};

/** Runs a setting from a hundred seeds, and hands over how each ended as it is known. Returns how to stop. */
export const runSeeds = (setting: SeedSetting, found: (ends: readonly SeedEnd[]) => void): (() => void) => {
  let stop: () => void;
  let hasAnswered = false;
  try {
    const worker = new Worker(trusted(address), { type: 'module' });
    stop = () => worker.terminate();
    worker.addEventListener('message', ({ data }: MessageEvent<readonly SeedEnd[]>) => {
      hasAnswered = true;
      found(data);
    });
    worker.addEventListener('error', () => {
      worker.terminate();
      if (!hasAnswered) stop = onPage(setting, found);
    });
    worker.postMessage(setting);
  } catch {
    stop = onPage(setting, found);
  }
  return () => stop();
};
