import { isFiniteVector } from './isFiniteVector';
import { t } from '../../texts/t';

/** Why a vector cannot be used; null when it can. */
export function vectorProblem(name: string, vector: Float64Array, dimension: number | null): string | null {
  if (dimension !== null && vector.length !== dimension) return t`${name} has ${vector.length} numbers where the first has ${dimension}`;
  if (vector.length === 0) return t`${name} is empty`;
  if (isFiniteVector(vector)) return null;
  const bad = vector.findIndex((value) => !Number.isFinite(value));
  return t`${name} holds ${Number.isNaN(vector[bad]) ? 'NaN' : String(vector[bad])} at position ${bad}`;
}
