/** Something that is done once, a while after it has become due, and while things move not before they have come to rest. */
export interface AtRest {
  /** It is due. It may become so any number of times before it is done. */
  readonly due: () => void;
  /** Something moves. */
  readonly moved: () => void;
  readonly stop: () => void;
}

/** Does `work` when it is due and nothing has moved for `rest` ms, with one timer that waits on, not a new one every time. */
export const atRest = (work: () => void, rest: number): AtRest => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMoved = -Infinity;
  const settle = (): void => {
    const left = lastMoved + rest - performance.now();
    timer = left > 0 ? setTimeout(settle, left) : undefined;
    if (!timer) work();
  };
  return {
    due: () => {
      timer ??= setTimeout(settle, rest);
    },
    moved: () => {
      lastMoved = performance.now();
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
};
