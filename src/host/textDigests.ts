import { askDocument } from './askDocument';
import type { RunDocument } from './runDocument';

/**
 * Digests of the texts of prompts, by id, as the open run has them. Empty where the log cannot be read any more: a flag is worth
 * keeping without one.
 */
export async function textDigests(document: RunDocument, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const answered = await askDocument(document, { type: 'export', question: { kind: 'standings', ids } }).catch(() => null);
  const standings = answered?.answer.kind === 'standings' ? answered.answer.standings : [];
  return new Map(standings.flatMap(({ id, textDigest }) => (textDigest === null ? [] : [[id, textDigest] as const])));
}
