import type { PromptRow, Report } from '../../src/core/reportShape';
import { formatRate } from '../numbers/formatRate';
import type { PointCloud, Twin } from './picture';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

/** The table twin of a chart whose points are prompts: id, group, pass rate and the chart's own columns. */
export function promptTwin(
  report: Report,
  clouds: readonly PointCloud[],
  own: readonly { readonly title: string; readonly width: number; readonly text: (row: PromptRow, prompt: number) => string }[],
): Twin {
  // Gathered when the table is first shown, not on every move of k.
  let gathered: readonly number[] | null = null;
  const prompts = (): readonly number[] => (gathered ??= clouds.flatMap((cloud) => Array.from(cloud.prompt)));
  const columns: { title: string; width: number; numeric: boolean; text: (row: PromptRow, prompt: number) => string }[] = [
    { title: t`Prompt`, width: 170, numeric: false, text: (row) => row.id },
    { title: t`Group`, width: 70, numeric: false, text: (row) => wordOf(row.group ?? 'unknown') },
    { title: t`Pass rate`, width: 84, numeric: true, text: (row) => formatRate(row.passRate) },
    ...own.map((column) => ({ ...column, numeric: true })),
  ];
  return {
    columns,
    rows: clouds.reduce((sum, cloud) => sum + cloud.prompt.length, 0),
    cell: (row, column) => columns[column].text(report.promptTable[prompts()[row]], prompts()[row]),
    prompt: (row) => prompts()[row],
  };
}
