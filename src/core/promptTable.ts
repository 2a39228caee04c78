import { exactPassAtK } from './counts/exactPassAtK';
import { exactWeight } from './counts/exactWeight';
import { passAtK } from './counts/passAtK';
import { passAtKWeight } from './counts/passAtKWeight';
import { weightedAgreementColumn } from './interference/weightedAgreementColumn';
import { numberOrNull } from './numberOrNull';
import type { PromptColumns } from './promptColumns';
import { promptGroup } from './promptGroup';
import type { ReportBasis } from './reportBasis';
import type { PromptRow, PromptState } from './reportShape';

/** One row a prompt, in the order of the columns. */
export function promptTable(
  columns: PromptColumns,
  basis: ReportBasis,
  options: { readonly k: number; readonly hardBelow: number; readonly easyAbove: number },
  flags: ReadonlyMap<string, string> | undefined,
): PromptRow[] {
  const { id, n, c, gradients, categories } = columns;
  const { k, hardBelow, easyAbove } = options;
  const { groups, rate } = basis;
  const groupPassAtK = Array.from(groups.n, (count, group) => numberOrNull(passAtK(count, groups.c[group], k)));
  const groupWeight = Array.from(groups.n, (count, group) =>
    count === 0 ? null : numberOrNull(passAtKWeight(count, groups.c[group], k)),
  );
  const weighted = gradients === null ? null : weightedAgreementColumn(columns, k);
  return id.map((promptId, prompt): PromptRow => {
    const group = groups.of[prompt];
    const exact = group < 0;
    const p = rate[prompt];
    return {
      id: promptId,
      n: exact ? null : n[prompt],
      c: exact ? null : c[prompt],
      passRate: numberOrNull(p),
      ci: exact ? [p, p] : basis.groupCi[group],
      passAtK: exact ? exactPassAtK(p, k) : groupPassAtK[group],
      weight: exact ? exactWeight(p, k) : groupWeight[group],
      agreement: gradients === null ? null : numberOrNull(gradients.agreement[prompt]),
      agreementSe: gradients === null ? null : numberOrNull(gradients.agreementSe[prompt]),
      weightedAgreement: weighted === null ? null : numberOrNull(weighted[prompt]),
      group: promptGroup(p, hardBelow, easyAbove),
      state: exact ? exactState(p) : basis.groupState[group],
      interference: basis.interference?.[prompt] ?? 'unknown',
      flag: flags?.get(promptId) ?? null,
      ...(categories && { category: categories.names[categories.of[prompt]] ?? null }),
    };
  });
}

function exactState(rate: number): PromptState {
  if (rate === 0) return 'unsolved';
  return rate === 1 ? 'saturated' : 'mixed';
}
