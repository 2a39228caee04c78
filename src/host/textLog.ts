import type * as vscode from 'vscode';
import type { PromptRow, Report } from '../core/reportShape';
import { askDocument } from './askDocument';
import type { SurfaceContext } from './surfaceContext';
import { withRun } from './withRun';

/** A log as its lines show it: what each line's prompt came to. */
export interface TextLog {
  readonly k: number;
  readonly source: Report['source'];
  /** The prompt of a line, from 0; null where the line speaks of none. */
  promptAt(line: number): PromptRow | null;
  /** Every prompt with its lines, from 0, in the order of its first. */
  readonly prompts: readonly { readonly prompt: PromptRow; readonly lines: readonly number[] }[];
}

/**
 * Reads a small log for the text editor.
 * @throws Error with the reader's sentence when the file is no log that can be read
 */
export function readTextLog(context: SurfaceContext, uri: vscode.Uri, signal?: AbortSignal): Promise<TextLog> {
  return withRun(context, uri, async (document, { columns, defaults }) => {
    const [{ report }, { rows }] = await Promise.all([askDocument(document, { type: 'readReport', k: null }), askDocument(document, { type: 'readLines', file: 0 })]);
    const byId = new Map(report.promptTable.map((prompt) => [prompt.id, prompt]));
    const promptAt = (line: number): PromptRow | null => {
      const id = columns.id[rows[line] ?? -1];
      return id === undefined ? null : (byId.get(id) ?? null);
    };
    const linesOf = new Map<PromptRow, number[]>();
    for (let line = 0; line < rows.length; line++) {
      const prompt = promptAt(line);
      if (prompt === null) continue;
      const lines = linesOf.get(prompt);
      if (lines === undefined) linesOf.set(prompt, [line]);
      else lines.push(line);
    }
    const prompts = [...linesOf].map(([prompt, lines]) => ({ prompt, lines }));
    return { k: defaults.k, source: report.source, promptAt, prompts };
  }, signal);
}
