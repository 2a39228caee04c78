import type { PromptRow } from '../../src/core/reportShape';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate, formatRateInterval } from '../numbers/formatRate';
import { formatShortId } from '../numbers/formatShortId';
import { t } from '../../src/texts/t';

/** A prompt in a tooltip and to a screen reader: the id first, then one number a line. */
export function describePrompt(row: PromptRow, k: number): string[] {
  const solved = row.n === null || row.c === null ? '' : t`, ${row.c} of ${row.n}`;
  const interval = row.ci === null || row.n === null ? '' : t` (95% CI ${formatRateInterval(row.ci)})`;
  const error = row.agreementSe === null || row.agreementSe === 0 ? '' : ` ± ${formatNumber(row.agreementSe, 2)}`;
  return [
    formatShortId(row.id),
    t`pass rate ${formatRate(row.passRate)}${interval}${solved}`,
    t`weight at k = ${k}: ${formatNumber(row.weight)}`,
    t`agreement ${formatNumber(row.agreement)}${error}`,
    t`weighted agreement ${formatNumber(row.weightedAgreement)}`,
    ...(row.flag === null ? [] : [t`flagged: ${row.flag}`]),
  ];
}
