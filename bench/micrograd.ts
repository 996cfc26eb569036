// A port of Karpathy's micrograd (engine.py, nn.py; MIT): one object for each scalar, gradients by topological order.

export class Value {
  data: number;
  grad = 0;
  readonly parents: readonly Value[];
  pushBack: () => void = () => {};

  constructor(data: number, parents: readonly Value[] = []) {
    this.data = data;
    this.parents = parents;
  }

  add(other: Value): Value {
    const out = new Value(this.data + other.data, [this, other]);
    out.pushBack = () => {
      this.grad += out.grad;
      other.grad += out.grad;
    };
    return out;
  }

  mul(other: Value): Value {
    const out = new Value(this.data * other.data, [this, other]);
    out.pushBack = () => {
      this.grad += other.data * out.grad;
      other.grad += this.data * out.grad;
    };
    return out;
  }

  relu(): Value {
    const out = new Value(this.data > 0 ? this.data : 0, [this]);
    out.pushBack = () => {
      this.grad += out.data > 0 ? out.grad : 0;
    };
    return out;
  }

  /** Cross-entropy of the sigmoid of this, against a target. */
  bce(target: number): Value {
    const z = this.data;
    const out = new Value(Math.max(z, 0) - z * target + Math.log1p(Math.exp(-Math.abs(z))), [this]);
    out.pushBack = () => {
      this.grad += (1 / (1 + Math.exp(-z)) - target) * out.grad;
    };
    return out;
  }

  backward(): void {
    const order: Value[] = [];
    const seen = new Set<Value>();
    const visit = (value: Value): void => {
      if (seen.has(value)) return;
      seen.add(value);
      value.parents.forEach(visit);
      order.push(value);
    };
    visit(this);
    this.grad = 1;
    for (const value of order.reverse()) value.pushBack();
  }
}
