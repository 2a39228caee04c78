import type { PromptRow } from '../../src/core/reportShape';

/**
 * The filter of the table that shows some prompts: the ranges of their pass rate and of one more number, rounded outwards to
 * three digits. What is drawn a frame around can so be read, kept and changed as text.
 */
export function enclosingFilter(
  rows: readonly PromptRow[],
  prompts: readonly number[],
  name: 'agreement' | 'weight' | 'weighted',
): string {
  const value = { agreement: (row: PromptRow) => row.agreement, weight: (row: PromptRow) => row.weight, weighted: (row: PromptRow) => row.weightedAgreement }[name];
  const range = (term: string, of: (row: PromptRow) => number | null): string => {
    const values = prompts.map((prompt) => of(rows[prompt])).filter((known) => known !== null);
    if (values.length === 0) return '';
    return `${term}>=${outward(Math.min(...values), -1)} ${term}<=${outward(Math.max(...values), 1)}`;
  };
  return `${range('p', (row) => row.passRate)} ${range(name, value)}`.trim();
}

function outward(value: number, direction: -1 | 1): number {
  if (value === 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
  const whole = direction === 1 ? Math.ceil(value / step - 1e-9) : Math.floor(value / step + 1e-9);
  return Number((whole * step).toPrecision(3));
}
