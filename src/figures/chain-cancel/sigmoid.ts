import { activations } from '../../engine/index.ts';
import { format } from '../../story/format.ts';
import { END } from '../../story/saturation.ts';
import type { Picture } from '../picture.ts';
import { polyline } from '../scale.ts';
import type { Layout } from './layout.ts';
import type { Compared } from './model.ts';
import { held, tickTexts, upScale, zScale } from './plot.ts';

const SAMPLES = 160;

/** The sigmoid, and its slope where z stands: the factor that both products have. */
export const sigmoidPicture = ({ z, yhat, slope, bce: { world } }: Compared, layout: Layout): Picture => {
  const x = zScale(layout);
  /** Where a share is drawn, from none to all. */
  const y = upScale(layout, 0, 1);
  const [across, up] = [x(held(z)), y(yhat)];
  /** As far to both sides as the tangent stays in the plot. */
  const run = Math.min(3, slope > 0 ? 0.48 / slope : 3);
  const [width, rise] = [x(run) - x(0), y(yhat + slope * run) - up];
  const aside = z < 3 ? 18 : -18;
  const curve = Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const at = END * ((2 * i) / SAMPLES - 1);
    return [x(at), y(activations.sigmoid.f(at))] as const;
  });
  return {
    lines: [
      { look: 'sigmoid', d: polyline(curve) },
      { look: 'rod', d: `M${across} ${up}V${layout.axis}` },
      { look: 'tangent', d: `M${across - width} ${up - rise}l${2 * width} ${2 * rise}` },
    ],
    dots: [{ look: 'share', x: across, y: up, r: layout.isLarge ? 6.5 : 5.5 }],
    texts: [
      ...tickTexts(layout, y, 2, 1),
      {
        text: 'slope\u00a0',
        look: 'letter haloed',
        x: across + aside,
        y: up + (yhat > 0.75 ? 26 : 5),
        size: layout.type.text,
        anchor: aside > 0 ? 'start' : 'end',
        world,
        parts: [
          {
            text: format(slope, 4, 4),
            look: 'number gradient',
            q: world && 'slope.2.1',
            value: world && slope,
          },
        ],
      },
    ],
  };
};
