/** A lab's still is drawn twice: for a phone, and for where there is room. px. */
export const STILL_WIDTHS = { narrow: 320, wide: 700 } as const;
export const STILLS = ['narrow', 'wide'] as const;
export type Width = (typeof STILLS)[number];

/** Width over height of what is drawn at each of them. */
export type Shapes = Readonly<Record<Width, readonly [width: number, height: number]>>;
