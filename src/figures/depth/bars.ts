import { hasReached } from '../../story/depth/settings.ts';
import type { Side } from '../../story/depth/side.ts';
import { rounded } from '../layout/shapes.ts';
import { besideLayer, type Frame } from './frame.ts';

/** A bar from how loud the message left to how loud it is: a box, and the edge of it that says so. */
export interface Bar {
  readonly layer: number;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tip: string;
  /** Nothing arrives: there is no bar, for no length would do. */
  readonly isNothing: boolean;
}

/** The bars of a side that the message has come to. */
export const barsOf = ({ name, layers }: Side, frame: Frame, back: number): readonly Bar[] => {
  const { bars, depth, isUpright } = frame;
  return layers
    .filter(({ layer }) => hasReached(back, depth, layer))
    .map(({ layer, size, decades }) => {
      const isNothing = decades === -Infinity;
      const along = frame.along(layer) + besideLayer(name) * (bars.thick / 2 + 0.75);
      const [from, to] = [bars.at(0), isNothing ? bars.nothing : bars.at(decades)];
      const [low, length] = [Math.min(from, to), Math.abs(from - to)];
      const half = bars.thick / 2;
      return {
        layer,
        size,
        isNothing,
        x: rounded(isUpright ? low : along - half),
        y: rounded(isUpright ? along - half : low),
        width: rounded(isUpright ? length : bars.thick),
        height: rounded(isUpright ? bars.thick : length),
        tip: isUpright
          ? `M${rounded(to)} ${rounded(along - half)}v${bars.thick}`
          : `M${rounded(along - half)} ${rounded(to)}h${bars.thick}`,
      };
    });
};
