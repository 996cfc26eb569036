import { tick } from 'svelte';
import { subjectOf, type NumberElement } from '../../browser/numbers.ts';
import { lighter } from '../../browser/twins.ts';
import type { Subject } from '../../story/subject.ts';
import { story } from '../../story/story.svelte.ts';

/** How long a pointer rests on a number before it is answered, and how long an answer waits for a pointer to return. */
const INTENT = 150;
const GRACE = 280;

export interface Asked {
  readonly opener: NumberElement;
  /** From the number that was asked about, operand by operand, to the one explained. */
  readonly trail: readonly Subject[];
  /** Asked for by a press, so it stays until it is closed; otherwise it leaves with the pointer or the focus. */
  readonly isPinned: boolean;
}

const titleOf = (answered: HTMLElement | undefined) => answered?.querySelector<HTMLElement>('.title');

/** Which number is asked about, and by whom: a pointer that rests on it, the focus, or a press. */
export class Asking {
  asked = $state.raw<Asked>();
  /** Where the answer stands. */
  panel = $state<HTMLElement>();
  /** Just closed by hand, or given its focus back: not to be answered again until it is left. */
  hushed: NumberElement | undefined;
  hovered: NumberElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #light = lighter();

  #later(action: () => void, delay: number): void {
    this.hold();
    this.#timer = setTimeout(action, delay);
  }

  /** What was about to happen does not. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  open(opener: NumberElement, isPinned: boolean): void {
    this.hold();
    this.#light(opener);
    this.asked = { opener, trail: [subjectOf(opener, story.reading)], isPinned };
    if (isPinned) void this.focusTitle();
  }

  async focusTitle(): Promise<void> {
    await tick();
    titleOf(this.panel)?.focus({ preventScroll: true });
  }

  isTitle(element: Element | null): boolean {
    return element !== null && element === titleOf(this.panel);
  }

  holds(target: EventTarget | null): boolean {
    return target instanceof Node && (this.panel?.contains(target) ?? false);
  }

  /** Closes the answer. Focus that was in it goes back to where it was asked from. */
  close(): void {
    this.hold();
    if (!this.asked) return;
    const { opener } = this.asked;
    const hadFocus = this.holds(document.activeElement);
    this.drop();
    this.hushed = opener;
    if (!hadFocus) return;
    opener.focus({ preventScroll: true });
    if (document.activeElement !== opener) document.querySelector('main')?.focus({ preventScroll: true });
  }

  drop(): void {
    this.asked = undefined;
    this.#light(undefined);
  }

  leave(): void {
    if (this.asked && !this.asked.isPinned) this.drop();
  }

  /** Goes to an operand, or back along the trail. */
  walk(trail: readonly Subject[]): void {
    if (!this.asked) return;
    this.asked = { ...this.asked, trail, isPinned: true };
    void this.focusTitle();
  }

  /** A pointer is on a number, or on none. */
  over(number: NumberElement | undefined): void {
    if (number === this.hovered) return;
    this.hovered = number;
    if (number !== this.hushed) this.hushed = undefined;
    if (this.asked?.isPinned) return;
    this.#light(number ?? this.asked?.opener);
    if (!number) {
      // Whoever came by keyboard stays with the keyboard.
      if (this.asked && document.activeElement !== this.asked.opener) this.leaveSoon();
      else this.hold();
    } else if (number === this.asked?.opener) this.hold();
    else if (number !== this.hushed)
      this.#later(() => number.isConnected && this.open(number, false), INTENT);
  }

  leaveSoon(): void {
    this.#later(() => this.leave(), GRACE);
  }

  /** The focus is on a number. */
  focus(number: NumberElement): void {
    if (number === this.hushed || number === this.asked?.opener || !number.matches(':focus-visible')) return;
    this.#later(() => document.activeElement === number && this.open(number, false), INTENT);
  }

  blur(target: EventTarget | null): void {
    if (target === this.hushed) this.hushed = undefined;
    if (this.asked && target === this.asked.opener) this.leaveSoon();
  }

  /** A number that has gone would keep its whole figure with it. */
  forgetGone(): void {
    if (!this.hovered?.isConnected) this.hovered = undefined;
    if (!this.hushed?.isConnected) this.hushed = undefined;
  }
}
