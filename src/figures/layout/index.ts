// Where everything of a network figure stands, from the shape of the network and the box it is drawn in.

export * from './crossing.ts';
export * from './edges.ts';
export * from './gauge.ts';
export type * from './geometry.ts';
export * from './parameter-at.ts';
export { place } from './place.ts';
export * from './shapes.ts';
export * from './type.ts';
