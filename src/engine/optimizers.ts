import { finite } from './checks.ts';

/**
 * Moves the parameters, in place, one step against their gradient: `share` times the examples' gradients added up, which
 * are 0 again afterwards.
 */
export type Update = (
  theta: Float64Array,
  gradients: Float64Array,
  share: number,
  learningRate: number,
) => void;

/** An optimizer and its settings; where one is left out, PyTorch's default stands. */
export type Optimizer =
  | { readonly name: 'sgd' }
  | { readonly name: 'momentum'; /** 0.9 */ readonly momentum?: number }
  | {
      readonly name: 'adam';
      /** 0.9: how slowly the mean gradient forgets. */
      readonly beta1?: number;
      /** 0.999: how slowly the mean squared gradient forgets. */
      readonly beta2?: number;
      /** 1e-8: keeps the division from 0. */
      readonly epsilon?: number;
    };

export type OptimizerName = Optimizer['name'];

/** Gradient descent, θ ← θ − η·g. Source: Cauchy (1847); PyTorch, torch.optim.SGD. */
export const gradientDescent: Update = (theta, gradients, share, learningRate) => {
  for (let p = 0; p < theta.length; p++) {
    theta[p] = (theta[p] as number) - learningRate * ((gradients[p] as number) * share);
    gradients[p] = 0;
  }
};

/**
 * Descent with momentum, v ← μv + g, θ ← θ − η·v, for `count` parameters at rest.
 * Source: Polyak (1964); PyTorch, torch.optim.SGD.
 */
export function momentumUpdate(count: number, momentum = 0.9): Update {
  finite('momentum', momentum);
  const velocity = new Float64Array(count);
  return (theta, gradients, share, learningRate) => {
    velocity.forEach((before, p) => {
      const v = (velocity[p] = momentum * before + (gradients[p] as number) * share);
      theta[p] = (theta[p] as number) - learningRate * v;
    });
    gradients.fill(0);
  };
}

/**
 * Adam, θ ← θ − η·m̂/(√v̂ + ε), where m and v are the running means of g and g² and the hats undo their start at 0.
 * Source: Kingma & Ba (2015), algorithm 1; PyTorch, torch.optim.Adam.
 */
export function adamUpdate(count: number, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8): Update {
  [beta1, beta2, epsilon].forEach((value) => finite("Adam's setting", value));
  const mean = new Float64Array(count);
  const meanSquare = new Float64Array(count);
  let steps = 0;
  return (theta, gradients, share, learningRate) => {
    steps += 1;
    const meanShare = 1 - beta1 ** steps;
    const squareShare = 1 - beta2 ** steps;
    gradients.forEach((sum, p) => {
      const g = sum * share;
      const m = (mean[p] = beta1 * (mean[p] as number) + (1 - beta1) * g);
      const v = (meanSquare[p] = beta2 * (meanSquare[p] as number) + (1 - beta2) * g * g);
      theta[p] =
        (theta[p] as number) - (learningRate * (m / meanShare)) / (Math.sqrt(v / squareShare) + epsilon);
    });
    gradients.fill(0);
  };
}

/** The optimizer's update for `count` parameters, with no past. Throws RangeError for an unknown name. */
export function updateFor(optimizer: Optimizer | OptimizerName, count: number): Update {
  const settings: Optimizer = typeof optimizer === 'string' ? { name: optimizer } : optimizer;
  switch (settings.name) {
    case 'sgd':
      return gradientDescent;
    case 'momentum':
      return momentumUpdate(count, settings.momentum);
    case 'adam':
      return adamUpdate(count, settings.beta1, settings.beta2, settings.epsilon);
    default:
      throw new RangeError(
        `expected an optimizer to be one of sgd, momentum, adam, found ${unknownName(settings)}`,
      );
  }
}

function unknownName({ name }: { readonly name: string }): string {
  return name;
}
