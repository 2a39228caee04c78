import { jeffreysInterval } from '../../src/core/counts/jeffreysInterval';
import type { PromptRow } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatInterval } from '../numbers/formatInterval';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate, formatRateInterval } from '../numbers/formatRate';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

/** A prompt's numbers at one k: the name, the value, and how sure or what of. */
export function promptFigures(row: PromptRow, k: number): [name: string, value: string, detail: string][] {
  const solved = row.n === null || row.c === null ? '' : `${t`${formatCount(row.c)} of ${formatCount(row.n)}`}, `;
  return [
    [t`Pass rate`, formatRate(row.passRate), row.ci === null ? '' : row.n === null ? t`exact` : t`${solved}95% CI ${formatRateInterval(row.ci)} (Wilson), ${formatRateInterval(jeffreysInterval(row.n, row.c ?? 0))} (Jeffreys)`],
    [`pass@${k}`, formatRate(row.passAtK), row.passAtKCi === null || row.n === null ? '' : t`95% CI ${formatRateInterval(row.passAtKCi)}`],
    [t`Weight at k = ${k}`, formatNumber(row.weight), row.weightCi === null || row.n === null ? '' : t`95% CI ${formatInterval(row.weightCi)}`],
    [t`Agreement`, formatNumber(row.agreement), row.agreementSe === null ? '' : row.agreementSe === 0 ? t`exact` : row.agreementCi === null ? t`± ${formatNumber(row.agreementSe, 2)} SE` : t`95% CI ${formatInterval(row.agreementCi)}`],
    [t`Weighted`, formatNumber(row.weightedAgreement), t`weight × agreement`],
    [t`Interference`, wordOf(row.interference), [row.group, row.state].flatMap((word) => (word === null ? [] : [wordOf(word)])).join(', ')],
  ];
}
