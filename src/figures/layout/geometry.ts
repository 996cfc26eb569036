import type { Point, Size } from './shapes.ts';

/** Units by layer: inputs, hidden units layer by layer, outputs. */
export type Sizes = readonly number[];

/** Where a number may stand, and how wide it may be. */
export interface Slot {
  readonly at: Point;
  /** In px, of its characters. */
  readonly room: number;
}

/** The place of a weight along its edge. */
export interface WeightSlot extends Slot {
  /** Where the weight's gradient stands: beside the weight, or in its place. */
  readonly gradient: Point;
  /** Written all the time; else only while the weight is in use. */
  readonly isAlways: boolean;
}

/** A neuron: a capsule of two cells, and what stands around it, all in the coordinates of the figure. */
export interface Neuron {
  /** Its layer and its place there, both from 1; the first hidden layer is 1. */
  readonly layer: number;
  readonly unit: number;
  readonly isOutput: boolean;
  readonly at: Point;
  /** The bias: a node fixed at 1, the number after it, and where its gradient begins. */
  readonly one: Point;
  readonly bias: Point;
  /** Where the gradient of the bias begins unless it follows the number. */
  readonly biasGradient: Point | undefined;
  /** Where gate or slope is put into words, on a line of their own or beside the bias. */
  readonly word: Point;
}

/** A scale from 0 to 1 on which prediction and target meet, and the loss by it. */
export interface Gauge {
  readonly isUpright: boolean;
  readonly zero: Point;
  readonly one: Point;
  /** The loss: its name, over its number; where the gauge lies flat, ending before it. */
  readonly loss: { readonly name: Point; readonly number: Point };
}

/** Sizes of type, in px. */
export interface Type {
  readonly number: number;
  readonly letter: number;
  readonly loss: number;
}

/** How much there is room for. `dense`: capsules without letters, biases without numbers. */
export type Density = 'roomy' | 'tight' | 'dense';

/** Where everything of a network figure stands in a box of this size. */
export interface Geometry extends Size {
  readonly sizes: Sizes;
  readonly density: Density;
  /** Gate and slope have a line of their own under each capsule. */
  readonly hasWords: boolean;
  readonly type: Type;
  readonly inputs: readonly Point[];
  readonly radius: number;
  /** Hidden units layer by layer, then the outputs. */
  readonly neurons: readonly (readonly Neuron[])[];
  readonly capsule: Size;
  /** In a cell, from the capsule's middle: its letter, its number; the room for the number. */
  readonly cell: { readonly letter: number; readonly number: number; readonly room: number };
  /** A gradient: height, air at either end, room for its number, and where it stands from the capsule's middle. */
  readonly pill: {
    readonly height: number;
    readonly padding: number;
    readonly room: number;
    readonly above: number;
  };
  /** Radius of a bias's node. */
  readonly oneRadius: number;
  readonly decimals: number;
  readonly labelDecimals: number;
  readonly weights: ReadonlyMap<string, WeightSlot>;
  readonly gauge: Gauge;
  /** Middles of the columns, and how high their names stand. */
  readonly headings: {
    readonly y: number;
    readonly xs: readonly number[];
    readonly loss: number | undefined;
  };
  readonly packet: { readonly radius: number; readonly hasNumber: boolean };
}
