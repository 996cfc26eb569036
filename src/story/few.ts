/** Keeps what was made by name: the `most` that were asked for last. Asked for again, it is the same object. */
export const few = <Made>(most: number): ((name: string, make: () => Made) => Made) => {
  const known = new Map<string, Made>();
  return (name, make) => {
    const found = known.get(name) ?? make();
    // The one asked for last is the last to go.
    known.delete(name);
    known.set(name, found);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return found;
  };
};
