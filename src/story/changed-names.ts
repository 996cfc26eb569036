import { PARAMETERS } from './essay.ts';
import { SETTINGS, type Settings } from './settings.ts';
import { textOf } from './symbol.ts';
import { changedIn } from './table.ts';

/** More parameters than this are counted, not named. */
const FEW = 3;

const isParameter = (name: string): boolean => PARAMETERS.includes(name);

/** A quantity of the network by its symbol; what has words is called by them. */
const written = (name: string): string => (isParameter(name) || name.startsWith('x.') ? textOf(name) : name);

/** What the reader has changed, by name: «x₁», «the learning rate», «5 parameters». */
export const changedNames = (settings: Settings): readonly string[] => {
  const names = changedIn(SETTINGS, settings);
  const count = names.filter(isParameter).length;
  if (count <= FEW) return names.map(written);
  const first = names.findIndex(isParameter);
  return names.flatMap((name, i) =>
    i === first ? [`${count} parameters`] : isParameter(name) ? [] : [written(name)],
  );
};
