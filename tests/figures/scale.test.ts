import { line, scaleLinear } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { polyline, scale } from '../../src/figures/scale.ts';

// Thousandths: a domain next to nothing has no room for ticks.
const number = fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000);
const span = fc.tuple(number, number);

describe('a scale', () => {
  it('puts every number where d3 does', () => {
    fc.assert(
      fc.property(span, span, fc.double({ min: 0, max: 1, noNaN: true }), (domain, range, share) => {
        const value = domain[0] + share * (domain[1] - domain[0]);
        const theirs = scaleLinear(domain, range)(value);
        const size = Math.max(1, Math.abs(theirs), ...range.map(Math.abs));
        expect(Math.abs(scale(domain, range)(value) - theirs) / size).toBeLessThan(1e-9);
      }),
    );
  });

  it('has the ticks of d3', () => {
    fc.assert(
      fc.property(span, fc.integer({ min: 1, max: 12 }), (domain, count) => {
        expect(scale(domain, [0, 1]).ticks(count)).toEqual(scaleLinear(domain, [0, 1]).ticks(count));
      }),
    );
  });

  it('has a domain of one number in its middle', () => {
    expect(scale([2, 2], [10, 30])(2)).toBe(20);
    expect(scale([2, 2], [10, 30]).ticks(5)).toEqual([2]);
  });

  it('takes the smallest numbers there are for one', () => {
    expect(scale([-1e-323, 5e-324], [10, 30]).ticks(5)).toEqual([-1e-323]);
  });
});

describe('a line through points', () => {
  it('is the one d3 draws, to a hundredth of a px', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 2 }), (points) => {
        const rounded = points.map(([x, y]): [number, number] => [
          Math.round(x * 100) / 100,
          Math.round(y * 100) / 100,
        ]);
        expect(polyline(points)).toBe(line()(rounded) ?? '');
      }),
    );
  });
});
