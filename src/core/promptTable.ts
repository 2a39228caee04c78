import { exactPassAtK } from './counts/exactPassAtK';
import { exactWeight } from './counts/exactWeight';
import { passAtK } from './counts/passAtK';
import { passAtKWeight } from './counts/passAtKWeight';
import { weightedAgreementColumn } from './interference/weightedAgreementColumn';
import { numberOrNull } from './numberOrNull';
import type { PromptColumns } from './promptColumns';
import { promptGroup } from './promptGroup';
import type { ReportBasis } from './reportBasis';
import type { Interval, PromptRow, PromptState } from './reportShape';

/** One row a prompt, in the order of the columns. */
export function promptTable(
  columns: PromptColumns,
  basis: ReportBasis,
  options: { readonly k: number; readonly hardBelow: number; readonly easyAbove: number },
  flags: ReadonlyMap<string, string> | undefined,
): PromptRow[] {
  const { id, n, c, gradients, categories, duplicates } = columns;
  const { k, hardBelow, easyAbove } = options;
  const { groups, rate } = basis;
  const groupPassAtK = Array.from(groups.n, (count, group) => numberOrNull(passAtK(count, groups.c[group], k)));
  const groupWeight = Array.from(groups.n, (count, group) =>
    count === 0 ? null : numberOrNull(passAtKWeight(count, groups.c[group], k)),
  );
  const groupPassAtKCi = basis.groupCi.map((ci) => ci && passAtKInterval(ci, k));
  const groupWeightCi = basis.groupCi.map((ci) => ci && weightInterval(ci, k));
  const weighted = gradients === null ? null : weightedAgreementColumn(columns, k);
  return id.map((promptId, prompt) => {
    const group = groups.of[prompt];
    const exact = group < 0;
    const p = rate[prompt];
    const row: { -readonly [Field in keyof PromptRow]: PromptRow[Field] } = {
      id: promptId,
      n: exact ? null : n[prompt],
      c: exact ? null : c[prompt],
      passRate: numberOrNull(p),
      ci: exact ? [p, p] : basis.groupCi[group],
      passAtK: exact ? exactPassAtK(p, k) : groupPassAtK[group],
      passAtKCi: exact ? point(exactPassAtK(p, k)) : groupPassAtKCi[group],
      weight: exact ? exactWeight(p, k) : groupWeight[group],
      weightCi: exact ? point(exactWeight(p, k)) : groupWeightCi[group],
      agreement: gradients === null ? null : numberOrNull(gradients.agreement[prompt]),
      agreementSe: gradients === null ? null : numberOrNull(gradients.agreementSe[prompt]),
      agreementCi: basis.agreementCi?.[prompt] ?? null,
      weightedAgreement: weighted === null ? null : numberOrNull(weighted[prompt]),
      group: promptGroup(p, hardBelow, easyAbove),
      state: exact ? exactState(p) : basis.groupState[group],
      interference: basis.interference?.[prompt] ?? 'unknown',
      flag: flags?.get(promptId) ?? null,
    };
    // Not spread into it: that would take as long as all else together.
    if (categories !== undefined) row.category = categories.names[categories.of[prompt]] ?? null;
    if (duplicates !== undefined) row.duplicates = duplicates[prompt];
    return row;
  });
}

function point(value: number): Interval {
  return [value, value];
}

/** pass@k and w_k rise and fall with the pass rate, so their intervals are its interval's ends, and cover as often (MATH.md 3). */
function passAtKInterval([low, high]: Interval, k: number): Interval {
  return [exactPassAtK(low, k), exactPassAtK(high, k)];
}

function weightInterval([low, high]: Interval, k: number): Interval {
  return [exactWeight(high, k), exactWeight(low, k)];
}

function exactState(rate: number): PromptState {
  if (rate === 0) return 'unsolved';
  return rate === 1 ? 'saturated' : 'mixed';
}
