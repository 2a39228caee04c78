import type { MitigationMethod } from '../core/mitigation/mitigatedWeights';

/**
 * What a method does to the weights w of pass@k, in words.
 * @param parameter as mitigatedWeights() gives it; NaN where the method cannot help
 * @param format how a number is written
 */
export function remedyMeaning(method: MitigationMethod, parameter: number, format: (value: number) => string): string {
  if (Number.isNaN(parameter)) return 'cannot help here: the weights are as they were';
  const value = format(parameter);
  switch (method) {
    case 'surgery':
      return parameter === 0 ? 'nothing to do: no conflict' : `every weight plus ${value}, which is training on J_k + ${value} J_1, or on the blend with ${format(parameter / (1 + parameter))} of J_1`;
    case 'projection':
      return parameter === 0 ? 'nothing to do: no conflict' : `every weight plus ${value} times the agreement, not below 0`;
    case 'cap':
      return parameter === Infinity ? 'nothing to do: no conflict' : `no weight above ${value}`;
    case 'drop':
      return parameter === 0 ? 'nothing to do: no conflict' : `${value} prompt${parameter === 1 ? '' : 's'} of weight 0, the fewest that do it`;
    case 'temper':
      return parameter === 1 ? 'nothing to do: no conflict' : `every weight to the power ${value}`;
  }
}
