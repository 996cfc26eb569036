/**
 * The reading line as margins of the window, beside a wide stage and under a narrow one: that of reading-line.ts, which is not
 * asked so that the first view need not fetch a file more.
 */
export const LINE = {
  wide: '-60% 0px -40% 0px',
  narrow: '-80% 0px -20% 0px',
} as const;

/** Says which of some elements the reading line lies on, undefined for none, whenever it is another. Gives what ends it. */
export const onReadingLine = (
  elements: readonly Element[],
  tell: (element: Element | undefined) => void,
): (() => void) => {
  const isWide = matchMedia('(min-width: 64rem)');
  const met = new Set<Element>();
  let observer: IntersectionObserver | undefined;
  const watch = (): void => {
    observer?.disconnect();
    met.clear();
    observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) met.add(target);
          else met.delete(target);
        tell(elements.find((element) => met.has(element)));
      },
      { rootMargin: isWide.matches ? LINE.wide : LINE.narrow },
    );
    for (const element of elements) observer.observe(element);
  };
  watch();
  isWide.addEventListener('change', watch);
  return () => {
    isWide.removeEventListener('change', watch);
    observer?.disconnect();
  };
};
