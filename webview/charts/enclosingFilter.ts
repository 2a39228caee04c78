import type { PromptRow } from '../../src/core/reportShape';

/**
 * The filter of the table that shows some prompts: the ranges of their pass rate and of one more number, or of none, rounded
 * outwards to three digits. What is drawn a frame around can so be read, kept and changed as text.
 */
export function enclosingFilter(
  rows: readonly PromptRow[],
  prompts: readonly number[],
  name: 'agreement' | 'weight' | 'weighted' | null,
): string {
  const value = { agreement: (row: PromptRow) => row.agreement, weight: (row: PromptRow) => row.weight, weighted: (row: PromptRow) => row.weightedAgreement };
  const range = (term: string, of: (row: PromptRow) => number | null): string => {
    const values = prompts.map((prompt) => of(rows[prompt])).filter((known) => known !== null);
    if (values.length === 0) return '';
    const [low, high] = values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
    return `${term}>=${outward(low, -1)} ${term}<=${outward(high, 1)}`;
  };
  return `${range('p', (row) => row.passRate)} ${name === null ? '' : range(name, value[name])}`.trim();
}

function outward(value: number, direction: -1 | 1): number {
  if (value === 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
  const whole = direction === 1 ? Math.ceil(value / step - 1e-9) : Math.floor(value / step + 1e-9);
  return Number((whole * step).toPrecision(3));
}
