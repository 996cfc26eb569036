import { readingLine } from './reading-line.ts';

/** Says which of some elements the reading line lies on, undefined for none, whenever it is another. Gives what ends it. */
export const onReadingLine = (
  elements: readonly Element[],
  tell: (element: Element | undefined) => void,
): (() => void) => {
  const met = new Set<Element>();
  let observer: IntersectionObserver | undefined;
  const watch = (): void => {
    observer?.disconnect();
    met.clear();
    const line = readingLine();
    observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) met.add(target);
          else met.delete(target);
        tell(elements.find((element) => met.has(element)));
      },
      { rootMargin: `${-line}px 0px ${line + 1 - innerHeight}px 0px` },
    );
    for (const element of elements) observer.observe(element);
  };
  watch();
  addEventListener('resize', watch);
  return () => {
    removeEventListener('resize', watch);
    observer?.disconnect();
  };
};
