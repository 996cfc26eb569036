/**
 * A finger that scrolls the page may begin on a slider, which moves at once. Where the browser takes the finger for a scroll
 * after all, the slider is as it was. Call once for a page.
 */
export const followScrolledPast = (): void => {
  let touched: { readonly slider: HTMLInputElement; readonly value: string } | undefined;
  addEventListener(
    'pointerdown',
    ({ target, pointerType }) => {
      const isSlider = target instanceof HTMLInputElement && target.type === 'range';
      touched = isSlider && pointerType === 'touch' ? { slider: target, value: target.value } : undefined;
    },
    true,
  );
  addEventListener(
    'pointercancel',
    () => {
      if (touched && touched.slider.value !== touched.value) {
        touched.slider.value = touched.value;
        for (const type of ['input', 'change'])
          touched.slider.dispatchEvent(new Event(type, { bubbles: true }));
      }
      touched = undefined;
    },
    true,
  );
};
