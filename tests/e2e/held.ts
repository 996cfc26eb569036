import type { CDPSession, Page } from '@playwright/test';

/** What a page holds on to when all that it has let go of is gone. */
export interface Held {
  /** DOM nodes, in the page or kept alive outside it. */
  readonly nodes: number;
  readonly listeners: number;
  /** Bytes of the script's own objects, arrays, functions and strings. */
  readonly objects: number;
  /** Bytes of the whole heap: with the compiled code, which goes on growing as the browser finds what is worth it. */
  readonly heap: number;
}

/** The part of a heap snapshot that is read here. Each node is as many numbers as it has fields. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
}

const OF_THE_SCRIPT = [
  'object',
  'array',
  'closure',
  'string',
  'concatenated string',
  'sliced string',
  'number',
];

const objectsIn = ({ snapshot: { meta }, nodes }: Snapshot): number => {
  const type = meta.node_fields.indexOf('type');
  const size = meta.node_fields.indexOf('self_size');
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += meta.node_fields.length) {
    if (OF_THE_SCRIPT.includes(meta.node_types[0][nodes[node + type]!]!)) bytes += nodes[node + size]!;
  }
  return bytes;
};

const snapshotOf = async (session: CDPSession): Promise<Snapshot> => {
  const chunks: string[] = [];
  const collect = ({ chunk }: { readonly chunk: string }): number => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', collect);
  return JSON.parse(chunks.join('')) as Snapshot;
};

/** Collects garbage and measures what is left. */
export const heldBy = async (page: Page): Promise<Held> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  const objects = objectsIn(await snapshotOf(session));
  await session.detach();
  return {
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    objects,
    heap: of('JSHeapUsedSize'),
  };
};
