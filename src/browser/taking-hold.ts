import type { ClientDirective } from 'astro';

type Load = Parameters<ClientDirective>[0];

/**
 * A finger can be on an island before it is awake, for it is the first that says that somebody is there. When the island has
 * woken it is told of it: of a button that was pressed meanwhile, or else of a pointer that is still down.
 */
export const thenTakingHold = (load: Load, island: Element): Load => {
  let held: Event | undefined;
  let pressed: HTMLElement | null | undefined;
  const listening = new AbortController();
  const { signal } = listening;
  island.addEventListener('pointerdown', (event) => (held = event), { signal });
  for (const end of ['pointerup', 'pointercancel'])
    addEventListener(end, () => (held = undefined), { signal });
  island.addEventListener(
    'click',
    ({ target }) => (pressed = target instanceof Element ? target.closest('button') : undefined),
    { signal },
  );
  return async () => {
    const hydrate = await load();
    return async () => {
      await hydrate();
      listening.abort();
      pressed?.click();
      held?.target?.dispatchEvent(new PointerEvent('pointerdown', held));
    };
  };
};
