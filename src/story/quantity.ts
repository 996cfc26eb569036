let refusal: ((id: string) => never) | undefined;

/** Makes every missing number an error from here on: in tests, and while the page is built. */
export const refuseMissing = (): void => {
  refusal = (id) => {
    throw new RangeError(`Expected a quantity of this network, found "${id}"`);
  };
};

/** The quantity called `id`. Where there is none it is NaN, which is written —, or an error where that is asked for. */
export const quantityIn = (values: ReadonlyMap<string, number>, id: string): number =>
  values.get(id) ?? refusal?.(id) ?? NaN;
