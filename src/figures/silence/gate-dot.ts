/** The place of a unit's sum: filled where its gate is open. */
export const gateDot = (z: number, x: number, y: number, r: number) => ({
  look: z > 0 ? 'gate-dot' : 'gate-dot shut',
  x,
  y,
  r,
});
