import { shown } from '../story/expression.ts';
import { fitted, widthOf } from './layout/type.ts';

/** A quantity's number as formulas have it, or shorter where there are only `room` px. */
export const writtenIn = (room: number, id: string, value: number, size: number): string => {
  const whole = shown(id, value);
  return widthOf(whole, size) <= room ? whole : fitted(value, room, size, 4);
};
