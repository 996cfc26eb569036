const groups: readonly (readonly [width: number, characters: string])[] = [
  [0.648, '0123456789−+×='],
  [0.27, '.il j'],
  [0.458, '⁻'],
  [0.485, '⁰'],
  [0.325, '¹'],
  [0.455, '²'],
  [0.464, '³'],
  [0.479, '⁴'],
  [0.465, '⁵⁶⁹'],
  [0.42, '⁷'],
  [0.472, '⁸'],
  [1, '—'],
  [0.871, '½'],
  [0.64, 'σ'],
  [0.73, 'Δ'],
  [0.26, '′'],
  [0.66, '∂'],
  [0.38, '/'],
  [0.32, '·'],
  [0.4, 'rf'],
  [0.36, 't'],
  [0.575, 'akxzsL'],
  [0.59, 'v'],
  [0.626, 'bdghnopuqceyŷ'],
  [0.9, 'm'],
  [0.84, 'w'],
  [0.655, 'R'],
  [0.745, 'U'],
];

/**
 * How far each character of the figure's font advances, in em, at its boldest; `other` for one that is not listed. Measured
 * in the font file, which a test compares them with.
 */
export const shapeOfFont: Readonly<Record<string, number>> & { readonly other: number } = {
  ...Object.fromEntries(groups.flatMap(([width, characters]) => [...characters].map((one) => [one, width]))),
  other: 0.65,
};
