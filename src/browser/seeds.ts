import { seedEnd, SEEDS, type SeedEnd, type SeedSetting } from '../story/gates/seeds.ts';
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

/** The same on the page itself, a run at a time: where a worker cannot be had. */
const onPage = (setting: SeedSetting, found: (ends: readonly SeedEnd[]) => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (seed: number): void => {
    found([seedEnd(setting, seed)]);
    if (seed + 1 < SEEDS) timer = setTimeout(run, 0, seed + 1);
  };
  timer = setTimeout(run, 0, 0);
  return () => clearTimeout(timer);
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
