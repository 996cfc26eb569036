import type { Page } from '@playwright/test';
import type { Move } from './walk.ts';

/** How many moves are made between two frames: as many as a very fast reader could not. */
const MOVES_A_FRAME = 4;

/** Makes moves by the events that a reader's mouse and keyboard would lead to, much faster than a reader could. */
export const moveByScript = (page: Page, moves: readonly Move[]): Promise<void> =>
  page.evaluate(
    async ({ moves, everySoMany }) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const press = (target: EventTarget, key: string, ctrlKey = false, shiftKey = false): void => {
        target.dispatchEvent(
          new KeyboardEvent('keydown', { key, ctrlKey, shiftKey, bubbles: true, cancelable: true }),
        );
      };
      const fire = (target: EventTarget, type: string): void => {
        target.dispatchEvent(new Event(type, { bubbles: true }));
      };
      const make = async (move: (typeof moves)[number]): Promise<void> => {
        if (move.kind === 'scroll') {
          scrollBy({ top: move.windows * innerHeight, behavior: 'instant' });
          return;
        }
        if (move.kind === 'jump') {
          if (move.by === 'address') location.hash = move.to;
          else document.querySelector<HTMLElement>(`.rail a[href="#${move.to}"]`)?.click();
          return;
        }
        if (move.kind === 'key') {
          const keys = move.key.split('+');
          press(document.body, keys.at(-1) ?? '', keys.includes('Control'), keys.includes('Shift'));
          return;
        }
        const { at, selector, index } = move.control;
        const found = (): Element | undefined => document.querySelectorAll(selector)[index];
        if (!found() && at) {
          location.hash = at;
          for (let i = 0; i < 5 && !found(); i++) await frame();
        }
        const element = found();
        if (!element) return;
        if (move.kind === 'press') {
          element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        } else if (element instanceof HTMLInputElement) {
          const low = Number(element.min);
          const places = move.kind === 'turn' && move.isDragged ? [0.5, move.place] : [1];
          for (const part of places) {
            element.value =
              move.kind === 'type'
                ? move.text
                : String(low + (Number(element.max) - low) * (part === 1 ? move.place : part));
            fire(element, 'input');
          }
          if (move.kind === 'type' && !move.isTaken) press(element, 'Escape');
          else fire(element, 'change');
          if (move.kind === 'type') press(element, 'Escape');
        }
      };
      for (const [i, move] of moves.entries()) {
        await make(move);
        if (i % everySoMany === 0) await frame();
      }
    },
    { moves, everySoMany: MOVES_A_FRAME },
  );
