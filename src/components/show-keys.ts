import { mount, unmount } from 'svelte';

let isShown = false;

/** Shows what the keys are. The dialog is fetched when it is asked for, and gone when it is closed. */
export const showKeys = async (): Promise<void> => {
  if (isShown) return;
  isShown = true;
  const { default: KeysDialog } = await import('./KeysDialog.svelte');
  const onclose = (): void => {
    isShown = false;
    void unmount(dialog);
  };
  const dialog = mount(KeysDialog, { target: document.body, props: { onclose } });
};
