import { emptyDraft } from '../emptyDraft';
import { isList } from '../isList';
import type { RecordSink, SampleDraft, SampleVerdict } from '../recordSink';
import type { RecordView } from '../scan/recordView';
import type { Detection, LogFormat, LogHead, RecordReader, SampleTexts } from './logFormat';
import { t } from '../../texts/t';

/** Lists of instance ids in a report, and what each says. An empty patch did not solve its instance; an error is the harness's. */
const LISTS: readonly [string, SampleVerdict][] = [['resolved_ids', 'correct'], ['unresolved_ids', 'wrong'], ['empty_patch_ids', 'wrong'], ['error_ids', 'errored']];

/** SWE-bench report: one document of id lists, one trial an instance. */
export const sweBench: LogFormat = {
  name: 'swe-bench',
  title: t`SWE-bench report`,
  recognisedBy: 'one document with resolved_ids and submitted_instances',

  detect({ document, records }: LogHead): Detection | null {
    const report = document ?? (records.length === 1 ? records[0] : undefined);
    if (report === undefined || !('submitted_instances' in report) || !('total_instances' in report)) return null;
    return { confidence: 0.97, records: '', fields: { prompt: 'resolved_ids', verdict: 'resolved_ids' } };
  },

  reader: () => new ReportReader(),
};

class ReportReader implements RecordReader {
  readonly paths = [...LISTS.map(([name]) => name), 'total_instances', 'submitted_instances'];
  readonly #draft: SampleDraft = emptyDraft();

  read(record: RecordView, sink: RecordSink): void {
    let counted = 0;
    LISTS.forEach(([, verdict], path) => {
      const ids = record.json(path);
      if (!isList(ids)) return;
      for (const id of ids) {
        if (typeof id !== 'string') continue;
        this.#draft.promptId = id;
        this.#draft.verdict = verdict;
        this.#draft.element = counted++;
        sink.sample(this.#draft);
      }
    });
    if (counted === 0) {
      sink.malformed(t`the report lists no instances`);
      return;
    }
    const total = record.number(LISTS.length);
    const submitted = record.number(LISTS.length + 1);
    if (total !== counted || submitted !== counted) {
      sink.note(t`The report counts ${total} instances and ${submitted} submitted; it names the outcome of ${counted}, and rates are over these.`);
    }
  }

  texts(): SampleTexts {
    return { prompt: null, response: null, answer: null, target: null };
  }
}
