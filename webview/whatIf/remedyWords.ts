import type { MitigationMethod } from '../../src/core/mitigation/mitigatedWeights';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { t } from '../../src/texts/t';

/** What a method is called. */
export function remedyName(method: MitigationMethod): string {
  switch (method) {
    case 'surgery':
      return t`Add pass@1 (gradient surgery)`;
    case 'projection':
      return t`Shift by agreement`;
    case 'cap':
      return t`Cap the weights`;
    case 'drop':
      return t`Drop the fewest prompts`;
    case 'temper':
      return t`Temper the weights`;
  }
}

/** What it does to the weights of pass@k. @param parameter as mitigatedWeights() gives it; NaN where it cannot help */
export function remedyWords(method: MitigationMethod, parameter: number): string {
  if (Number.isNaN(parameter)) return t`cannot help here: the weights are as they were`;
  const value = formatNumber(parameter);
  switch (method) {
    case 'surgery':
      return parameter === 0 ? t`nothing to do: no conflict` : t`every weight plus ${value}: training on J_k + ${value} J_1, or on the blend with ${formatNumber(parameter / (1 + parameter))} of J_1`;
    case 'projection':
      return parameter === 0 ? t`nothing to do: no conflict` : t`every weight plus ${value} times the agreement, not below 0`;
    case 'cap':
      return parameter === Infinity ? t`nothing to do: no conflict` : t`no weight above ${value}`;
    case 'drop':
      return parameter === 0 ? t`nothing to do: no conflict` : t`${formatCount(parameter)} more of weight 0, the fewest that do it`;
    case 'temper':
      return parameter === 1 ? t`nothing to do: no conflict` : t`every weight to the power ${value}`;
  }
}
