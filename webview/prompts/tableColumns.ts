import type { PromptColumns } from '../../src/core/promptColumns';
import type { PromptRow } from '../../src/core/reportShape';
import { verdictStrip } from '../../src/protocol/verdictStrip';
import { formatCount } from '../numbers/formatCount';
import { formatInterval } from '../numbers/formatInterval';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate, formatRateInterval } from '../numbers/formatRate';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

export type TableColumn =
  | 'id' | 'verdicts' | 'n' | 'c' | 'errored' | 'passRate' | 'passAtK' | 'passAtKCi' | 'weight' | 'weightCi' | 'agreement' | 'weightedAgreement'
  | 'group' | 'state' | 'interference' | 'category' | 'answers' | 'majority' | 'lengthCorrect' | 'lengthWrong' | 'flag';

export interface Sort {
  readonly column: TableColumn;
  readonly descending: boolean;
}

/** Hardest first. */
export const defaultSort: Sort = { column: 'passRate', descending: false };

/** What the table shows: the rows of the report at the k on show, and what the run says of the same prompts at any k. */
export interface TableSource {
  readonly rows: readonly PromptRow[];
  readonly columns: PromptColumns;
  /** As RunSnapshot has them. */
  readonly verdicts: Uint8Array;
}

export interface ColumnOfPrompts {
  readonly id: TableColumn;
  readonly title: string;
  /** One sentence for the header's tooltip. */
  readonly meaning: string;
  readonly numeric: boolean;
  /** Width in CSS pixels. */
  readonly width: number;
  readonly text: (row: PromptRow, prompt: number, source: TableSource) => string;
  /** What the column sorts by, null unknown; absent: by its text, numbers inside as numbers. */
  readonly number?: (row: PromptRow, prompt: number, source: TableSource) => number | null;
  /** Whether a first press puts the largest on top; absent: the smallest, which is the hardest. */
  readonly largestFirst?: true;
  /** Whether a log can have it; absent: every log. */
  readonly offered?: (columns: PromptColumns) => boolean;
  /** Shown only when asked for. */
  readonly extra?: true;
}

const groupOrder = { hard: 0, middle: 1, easy: 2 };
const stateOrder = { unsolved: 0, mixed: 1, saturated: 2 };
const interferenceOrder = { negative: 0, unclear: 1, positive: 2, unknown: 3 };

export const tableColumns: readonly ColumnOfPrompts[] = [
  { id: 'id', title: t`Prompt`, meaning: t`The prompt id in the log.`, numeric: false, width: 170, text: (row) => row.id },
  {
    id: 'verdicts', title: t`Verdicts`, meaning: t`The first 32 samples in the order of the log: up is correct, down is wrong, a dot is errored. Sorts by the first that is correct.`, numeric: false, width: 140,
    text: (row, prompt, { columns }) => verdictWords(row, columns.errored[prompt]!), number: (_row, prompt, { verdicts }) => firstCorrect(verdicts, prompt),
  },
  { id: 'n', title: t`n`, meaning: t`Samples counted.`, numeric: true, width: 50, text: (row) => count(row.n), number: (row) => row.n, largestFirst: true },
  { id: 'c', title: t`c`, meaning: t`Correct samples.`, numeric: true, width: 50, text: (row) => count(row.c), number: (row) => row.c },
  {
    id: 'errored', title: t`Errored`, meaning: t`Samples without a verdict: the verifier, or the run, failed.`, numeric: true, width: 70, extra: true, largestFirst: true,
    text: (_row, prompt, { columns }) => formatCount(columns.errored[prompt]!), number: (_row, prompt, { columns }) => columns.errored[prompt]!,
  },
  {
    id: 'passRate', title: t`Pass rate`, meaning: t`Correct samples over samples, with its 95% interval.`, numeric: true, width: 164,
    text: (row) => (row.ci === null || row.n === null ? formatRate(row.passRate) : `${formatRate(row.passRate)} (${formatRateInterval(row.ci)})`),
    number: (row) => row.passRate,
  },
  { id: 'passAtK', title: t`Pass@k`, meaning: t`Probability that at least one of k samples is correct.`, numeric: true, width: 80, text: (row) => formatRate(row.passAtK), number: (row) => row.passAtK },
  { id: 'passAtKCi', title: t`Pass@k, 95%`, meaning: t`The interval of pass@k, from that of the pass rate. Sorts by its lower end.`, numeric: true, width: 120, extra: true, text: (row) => formatRateInterval(row.passAtKCi), number: (row) => row.passAtKCi?.[0] ?? null },
  { id: 'weight', title: t`Weight`, meaning: t`How much a pass@k update counts this prompt: k(1 − p)^(k−1).`, numeric: true, width: 82, text: (row) => formatNumber(row.weight), number: (row) => row.weight, largestFirst: true },
  { id: 'weightCi', title: t`Weight, 95%`, meaning: t`The interval of the weight, from that of the pass rate. Sorts by its lower end.`, numeric: true, width: 120, extra: true, largestFirst: true, text: (row) => formatInterval(row.weightCi), number: (row) => row.weightCi?.[0] ?? null },
  {
    id: 'agreement', title: t`Agreement ± SE`, meaning: t`How the prompt's gradient lines up with the gradient of pass@1.`, numeric: true, width: 156,
    text: (row) => withError(row.agreement, row.agreementSe), number: (row) => row.agreement,
  },
  {
    id: 'weightedAgreement', title: t`Weighted`, meaning: t`Weighted agreement: the prompt's part in the inner product.`, numeric: true, width: 92,
    text: (row) => formatNumber(row.weightedAgreement), number: (row) => row.weightedAgreement,
  },
  { id: 'group', title: t`Group`, meaning: t`Hard, middle or easy, by the thresholds above.`, numeric: false, width: 74, text: (row) => wordOf(row.group ?? 'unknown'), number: (row) => (row.group === null ? null : groupOrder[row.group]) },
  { id: 'state', title: t`State`, meaning: t`Unsolved: none correct. Saturated: all correct.`, numeric: false, width: 90, text: (row) => wordOf(row.state ?? 'unknown'), number: (row) => (row.state === null ? null : stateOrder[row.state]) },
  {
    id: 'interference', title: t`Interference`, meaning: t`The sign of the agreement, where it stands out from its noise (Benjamini-Hochberg over the prompts, q = 0.10).`, numeric: false, width: 108,
    text: (row) => wordOf(row.interference), number: (row) => interferenceOrder[row.interference],
  },
  { id: 'category', title: t`Category`, meaning: t`The log's own kind of the prompt.`, numeric: false, width: 130, text: (row) => row.category ?? '', offered: ({ categories }) => categories !== undefined },
  {
    id: 'answers', title: t`Answers`, meaning: t`Different answers given, all correct ones as one.`, numeric: true, width: 76, extra: true, largestFirst: true, offered: ({ answers }) => answers !== undefined,
    text: (_row, prompt, { columns }) => orUnknown(columns.answers?.distinct[prompt], formatCount), number: (_row, prompt, { columns }) => orNull(columns.answers?.distinct[prompt]),
  },
  {
    id: 'majority', title: t`Majority`, meaning: t`Whether the answer given most often is correct: 1 or 0, a share where it ties.`, numeric: true, width: 76, extra: true, offered: ({ answers }) => answers !== undefined,
    text: (_row, prompt, { columns }) => orUnknown(columns.answers?.majority[prompt], formatNumber), number: (_row, prompt, { columns }) => orNull(columns.answers?.majority[prompt]),
  },
  {
    id: 'lengthCorrect', title: t`Length ✓`, meaning: t`Mean length of the correct responses.`, numeric: true, width: 90, extra: true, largestFirst: true, offered: ({ lengths }) => lengths !== undefined,
    text: (_row, prompt, { columns }) => orUnknown(columns.lengths?.correct[prompt], formatLength), number: (_row, prompt, { columns }) => orNull(columns.lengths?.correct[prompt]),
  },
  {
    id: 'lengthWrong', title: t`Length ✗`, meaning: t`Mean length of the wrong responses.`, numeric: true, width: 90, extra: true, largestFirst: true, offered: ({ lengths }) => lengths !== undefined,
    text: (_row, prompt, { columns }) => orUnknown(columns.lengths?.wrong[prompt], formatLength), number: (_row, prompt, { columns }) => orNull(columns.lengths?.wrong[prompt]),
  },
  { id: 'flag', title: t`Flag`, meaning: t`The flag in force.`, numeric: false, width: 172, text: (row) => row.flag ?? '' },
];

export function isTableColumn(value: unknown): value is TableColumn {
  return tableColumns.some((column) => column.id === value);
}

function count(value: number | null): string {
  // A log of exact rates has no samples: nothing is unknown, there is just nothing to count.
  return value === null ? '–' : formatCount(value);
}

function withError(value: number | null, error: number | null): string {
  if (value === null) return t`unknown`;
  return error === null || error === 0 ? formatNumber(value) : `${formatNumber(value)} ± ${formatNumber(error, 2)}`;
}

function verdictWords({ n, c }: PromptRow, errored: number): string {
  if (n === null || c === null) return t`no samples`;
  return errored > 0 ? t`${formatCount(c)} of ${formatCount(n)} correct, ${formatCount(errored)} errored` : t`${formatCount(c)} of ${formatCount(n)} correct`;
}

function firstCorrect(verdicts: Uint8Array, prompt: number): number | null {
  const at = verdictStrip(verdicts, prompt).indexOf('correct');
  return at < 0 ? null : at;
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function orUnknown(value: number | undefined, format: (value: number) => string): string {
  return value === undefined || Number.isNaN(value) ? t`unknown` : format(value);
}

function formatLength(value: number): string {
  return formatCount(Math.round(value));
}
