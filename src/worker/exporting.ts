import type { PromptColumns } from '../core/promptColumns';
import type { ReportSource } from '../core/reportShape';
import type { ExportAnswer, ExportQuestion } from '../protocol/exporting';
import { promptStandings } from './promptStandings';
import type { ReadLogs } from './readLogs';
import { savedReport } from './savedReport';
import { summary } from './summary';
import { writeTrainingFile } from './writeTrainingFile';

/** The run that something is made of. */
export interface ExportedRun {
  readonly logs: ReadLogs;
  /** Its name, as the table has it. */
  readonly name: string;
  readonly columns: PromptColumns;
  readonly source: ReportSource;
  readonly hardBelow: number;
  readonly easyAbove: number;
}

/**
 * All that ends in a file or on the clipboard: built apart (dist/exporting.js) and loaded when it is first asked for.
 * @throws InputError, a sentence for the user, when the log cannot give it; the file system's error when it cannot be written
 */
async function answer(question: ExportQuestion, run: ExportedRun, signal: AbortSignal): Promise<ExportAnswer> {
  switch (question.kind) {
    case 'trainingFile':
      return { kind: 'trainingFile', written: await writeTrainingFile(run, question.file, signal) };
    case 'standings':
      return { kind: 'standings', standings: await promptStandings(run, question.ids, signal) };
    case 'summary':
      return { kind: 'summary', text: await summary(run, question.as, question.options, signal) };
    case 'savedReport':
      await savedReport(run, question, signal);
      return { kind: 'savedReport' };
  }
}

export const exporting = { answer };
