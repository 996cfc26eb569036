const QUESTION = '[data-predict]';

const chosen = (): NodeListOf<HTMLInputElement> => document.querySelectorAll(`${QUESTION} input:checked`);

/** Says beside the answer of a question what was guessed. */
const judge = (input: HTMLInputElement): void => {
  const question = input.closest(QUESTION);
  const guess = question?.querySelector('.guess');
  if (!question || !guess) return;
  const right = question.querySelector('[data-words]')?.textContent;
  guess.textContent =
    input.value === right ? 'You said so, and it is so: ' : `You said “${input.value}”. It is: `;
};

const answer = (input: HTMLInputElement): void => {
  judge(input);
  input.closest(QUESTION)?.querySelector('details')?.setAttribute('open', '');
};

/** Judges all guesses anew: the answers may have changed. */
export const judgeAgain = (): void => chosen().forEach(judge);

/** Opens the answer beside a guess, and says whether it was right. Call once, in the browser. */
export const judgeGuesses = (): void => {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.closest(QUESTION)) answer(target);
  });
  // Those made before this was listening.
  chosen().forEach(answer);
};
