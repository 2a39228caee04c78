import { dropSet } from './dropSet';
import { gradientSurgery } from './gradientSurgery';
import { temperedExponent } from './temperedExponent';
import { weightCap } from './weightCap';
import { weightProjection } from './weightProjection';

export type MitigationMethod = 'surgery' | 'projection' | 'cap' | 'drop' | 'temper';

/** What a remedy needs to know of a run at one k. */
export interface ConflictParts {
  /** w_k(x), [P]. */
  readonly weights: Float64Array;
  /** a(x), [P]. */
  readonly agreement: Float64Array;
  /** w_k(x) a(x), without bias where that is known, [P]. */
  readonly weightedAgreement: Float64Array;
  /** <∇J_k, ∇J1> and |∇J1|². */
  readonly innerProduct: number;
  readonly meanAgreement: number;
}

export interface MitigatedWeights {
  readonly method: MitigationMethod;
  /** surgery: offset λ; projection: multiplier μ; cap: τ, Infinity for none; drop: how many; temper: exponent γ. */
  readonly parameter: number;
  /** The weights to train with, [P]; NaN where the weight was unknown. */
  readonly weights: Float64Array;
}

/**
 * Weights for the trainer that take the conflict out of a pass@k update, by one of five methods; all first order, for one
 * plain gradient step, and with the noise of w and a in them: choose on one half of the samples, check on the other.
 *
 * Source: MATH.md 6.
 * @returns a parameter of NaN, and the weights as they are, where the method cannot help
 */
export function mitigatedWeights(parts: ConflictParts, method: MitigationMethod): MitigatedWeights {
  const { weights, agreement } = parts;
  switch (method) {
    case 'surgery': {
      const { offset } = gradientSurgery(parts.innerProduct, parts.meanAgreement);
      return { method, parameter: offset, weights: weights.map((weight) => weight + (Number.isNaN(offset) ? 0 : offset)) };
    }
    case 'projection': {
      const projection = weightProjection(weights, agreement);
      return { method, parameter: projection.multiplier, weights: projection.weights };
    }
    case 'cap': {
      const cap = weightCap(weights, agreement);
      return { method, parameter: cap, weights: weights.map((weight) => (weight > cap ? cap : weight)) };
    }
    case 'drop': {
      const { prompts } = dropSet(parts.weightedAgreement);
      const kept = weights.slice();
      for (const prompt of prompts) kept[prompt] = 0;
      return { method, parameter: prompts.length, weights: kept };
    }
    case 'temper': {
      const exponent = temperedExponent(weights, agreement);
      const power = Number.isNaN(exponent) ? 1 : exponent;
      return { method, parameter: exponent, weights: weights.map((weight) => (weight > 0 ? weight ** power : weight)) };
    }
  }
}
