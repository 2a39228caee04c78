import { createHash } from 'node:crypto';
import { promptTable } from '../core/promptTable';
import { reportBasis } from '../core/reportBasis';
import type { PromptStanding } from '../protocol/exporting';
import type { ExportedRun } from './exporting';
import { firstRecords } from './firstRecords';
import { promptContent } from './promptContent';

/** How these prompts stand in the run, as far as it has them: what a flag is held against. */
export async function promptStandings(run: ExportedRun, ids: readonly string[], signal: AbortSignal): Promise<PromptStanding[]> {
  const wanted = new Set(ids);
  const rows = run.columns.id.flatMap((id, row) => (wanted.has(id) ? [row] : []));
  const digests = new Map<number, string>();
  for await (const record of firstRecords(run, rows, signal)) {
    const content = promptContent(run.logs, record);
    if (content !== null) digests.set(record.row, textDigest(content.text));
  }
  const table = promptTable(run.columns, reportBasis(run.columns), { k: 1, hardBelow: run.hardBelow, easyAbove: run.easyAbove }, undefined);
  return rows.map((row) => {
    const { id, agreement, interference, group } = table[row];
    return { id, textDigest: digests.get(row) ?? null, agreement, interference, group };
  });
}

/** 16 hex digits of SHA-256: enough to tell two texts of one prompt apart, and short enough for a line of the flags file. */
function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
