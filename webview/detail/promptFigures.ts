import type { PromptRow } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate, formatRateInterval } from '../numbers/formatRate';

/** A prompt's numbers at one k: the name, the value, and how sure or what of. */
export function promptFigures(row: PromptRow, k: number): [name: string, value: string, detail: string][] {
  const solved = row.n === null || row.c === null ? '' : `${formatCount(row.c)} of ${formatCount(row.n)}, `;
  return [
    ['Pass rate', formatRate(row.passRate), row.ci === null ? '' : row.n === null ? 'exact' : `${solved}95% CI ${formatRateInterval(row.ci)}`],
    [`pass@${k}`, formatRate(row.passAtK), ''],
    ['Weight', formatNumber(row.weight), `at k = ${k}`],
    ['Agreement', formatNumber(row.agreement), row.agreementSe === null ? '' : row.agreementSe === 0 ? 'exact' : `± ${formatNumber(row.agreementSe, 2)} SE`],
    ['Weighted', formatNumber(row.weightedAgreement), 'weight × agreement'],
    ['Interference', row.interference, [row.group, row.state].filter((word) => word !== null).join(', ')],
  ];
}
