import type { PromptMovement } from '../../src/core/compare/comparisonShape';
import type { PointCloud, Twin } from '../charts/picture';
import { signedInterval, signedRate } from './signedNumber';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

/** The table twin of a chart whose points are prompts of both checkpoints. */
export function movementTwin(
  table: readonly PromptMovement[],
  clouds: readonly PointCloud[],
  own: readonly { readonly title: string; readonly width: number; readonly text: (row: PromptMovement) => string }[],
): Twin {
  let gathered: readonly number[] | null = null;
  const prompts = (): readonly number[] => (gathered ??= [...clouds].reverse().flatMap((cloud) => Array.from(cloud.prompt)));
  const columns = [
    { title: t`Prompt`, width: 150, numeric: false, text: (row: PromptMovement) => row.id },
    ...own.map((column) => ({ ...column, numeric: true })),
    { title: t`Change`, width: 66, numeric: true, text: (row: PromptMovement) => signedRate(row.change) },
    { title: t`95% CI`, width: 136, numeric: true, text: (row: PromptMovement) => signedInterval(row.ci) },
    { title: t`Moved`, width: 66, numeric: false, text: (row: PromptMovement) => wordOf(row.sign) },
  ];
  return {
    columns,
    rows: clouds.reduce((sum, cloud) => sum + cloud.prompt.length, 0),
    cell: (row, column) => columns[column].text(table[prompts()[row]]),
    prompt: (row) => prompts()[row],
  };
}
