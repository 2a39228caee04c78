import type { PromptRow } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate, formatRateInterval } from '../numbers/formatRate';

export type TableColumn =
  | 'id' | 'n' | 'c' | 'passRate' | 'passAtK' | 'weight' | 'agreement' | 'weightedAgreement'
  | 'group' | 'state' | 'interference' | 'flag';

export interface Sort {
  readonly column: TableColumn;
  readonly descending: boolean;
}

/** Hardest first. */
export const defaultSort: Sort = { column: 'passRate', descending: false };

export interface ColumnOfPrompts {
  readonly id: TableColumn;
  readonly title: string;
  /** One sentence for the header's tooltip. */
  readonly meaning: string;
  readonly numeric: boolean;
  /** Width in CSS pixels. */
  readonly width: number;
  readonly text: (row: PromptRow) => string;
  /** What the column sorts by, null unknown; absent: by its text, numbers inside as numbers. */
  readonly number?: (row: PromptRow) => number | null;
}

const groupOrder = { hard: 0, middle: 1, easy: 2 };
const stateOrder = { unsolved: 0, mixed: 1, saturated: 2 };
const interferenceOrder = { negative: 0, unclear: 1, positive: 2, unknown: 3 };

export const tableColumns: readonly ColumnOfPrompts[] = [
  { id: 'id', title: 'Prompt', meaning: 'The prompt id in the log.', numeric: false, width: 170, text: (row) => row.id },
  { id: 'n', title: 'n', meaning: 'Samples counted.', numeric: true, width: 50, text: (row) => count(row.n), number: (row) => row.n },
  { id: 'c', title: 'c', meaning: 'Correct samples.', numeric: true, width: 50, text: (row) => count(row.c), number: (row) => row.c },
  {
    id: 'passRate', title: 'Pass rate', meaning: 'Correct samples over samples, with its 95% interval.', numeric: true, width: 164,
    text: (row) => (row.ci === null || row.n === null ? formatRate(row.passRate) : `${formatRate(row.passRate)} (${formatRateInterval(row.ci)})`),
    number: (row) => row.passRate,
  },
  { id: 'passAtK', title: 'Pass@k', meaning: 'Probability that at least one of k samples is correct.', numeric: true, width: 80, text: (row) => formatRate(row.passAtK), number: (row) => row.passAtK },
  { id: 'weight', title: 'Weight', meaning: 'How much a pass@k update counts this prompt: k(1 − p)^(k−1).', numeric: true, width: 82, text: (row) => formatNumber(row.weight), number: (row) => row.weight },
  {
    id: 'agreement', title: 'Agreement ± SE', meaning: "How the prompt's gradient lines up with the gradient of pass@1.", numeric: true, width: 156,
    text: (row) => withError(row.agreement, row.agreementSe), number: (row) => row.agreement,
  },
  {
    id: 'weightedAgreement', title: 'Weighted', meaning: "Weighted agreement: the prompt's part in the inner product.", numeric: true, width: 92,
    text: (row) => formatNumber(row.weightedAgreement), number: (row) => row.weightedAgreement,
  },
  { id: 'group', title: 'Group', meaning: 'Hard, middle or easy, by the thresholds above.', numeric: false, width: 74, text: (row) => row.group ?? 'unknown', number: (row) => (row.group === null ? null : groupOrder[row.group]) },
  { id: 'state', title: 'State', meaning: 'Unsolved: none correct. Saturated: all correct.', numeric: false, width: 90, text: (row) => row.state ?? 'unknown', number: (row) => (row.state === null ? null : stateOrder[row.state]) },
  {
    id: 'interference', title: 'Interference', meaning: 'The sign of the agreement, where it stands out from its noise (Benjamini-Hochberg over the prompts, q = 0.10).', numeric: false, width: 108,
    text: (row) => row.interference, number: (row) => interferenceOrder[row.interference],
  },
  { id: 'flag', title: 'Flag', meaning: 'The flag in force.', numeric: false, width: 172, text: (row) => row.flag ?? '' },
];

export function isTableColumn(value: unknown): value is TableColumn {
  return tableColumns.some((column) => column.id === value);
}

function count(value: number | null): string {
  // A log of exact rates has no samples: nothing is unknown, there is just nothing to count.
  return value === null ? '–' : formatCount(value);
}

function withError(value: number | null, error: number | null): string {
  if (value === null) return 'unknown';
  return error === null || error === 0 ? formatNumber(value) : `${formatNumber(value)} ± ${formatNumber(error, 2)}`;
}
