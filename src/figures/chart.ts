/** What every figure takes that fills the box it is put in. */
export interface Chart {
  /** In px; without them, of a still. */
  readonly width?: number;
  readonly height?: number;
}
