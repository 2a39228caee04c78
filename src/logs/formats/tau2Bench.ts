import type { RecordSink } from '../recordSink';
import type { RecordView } from '../scan/recordView';
import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, JsonObject, LogFormat, LogHead, RecordReader, SampleTexts } from './logFormat';
import { valueAt } from './valueAt';
import { WantedPaths } from './wantedPaths';
import { t } from '../../texts/t';

/** tau2-bench: one document; its `simulations` are trials of its `tasks`. A crashed run has an empty list. */
export const tau2Bench: LogFormat = {
  name: 'tau2-bench',
  title: t`tau2-bench simulations`,
  recognisedBy: 'one document with info.num_trials, tasks and simulations',

  detect({ document }: LogHead): Detection | null {
    if (document === null || valueAt(document, 'info.num_trials') === undefined || !('tasks' in document || 'simulations' in document)) return null;
    return {
      confidence: 0.97,
      records: '*.*',
      fields: { prompt: 'task_id', verdict: 'reward_info.reward', sample: 'trial', response: 'messages', promptText: 'user_scenario.instructions' },
    };
  },

  reader: (fields: FieldMap, fileName: string) => new SimulationReader(fields, fileName),
};

/** Tasks come by as well as their trials, and settings, which are passed over. */
class SimulationReader implements RecordReader {
  readonly #wanted = new WantedPaths();
  readonly #trials: FieldReader;
  readonly #id: number;
  readonly #scenario: number;
  readonly #marks: readonly number[];

  constructor(fields: FieldMap, fileName: string) {
    this.#trials = new FieldReader(fields, { fileName, missingVerdict: 'errored', wanted: this.#wanted });
    this.#id = this.#wanted.add('id');
    this.#scenario = this.#wanted.add('user_scenario');
    this.#marks = [fields.prompt ?? 'task_id', 'trial'].map((path) => this.#wanted.add(path));
  }

  get paths(): readonly string[] {
    return this.#wanted.paths;
  }

  read(record: RecordView, sink: RecordSink): void {
    if (record.key !== null) return;
    if (this.#marks.some((path) => record.kind(path) !== 'missing')) {
      this.#trials.read(record, sink);
      return;
    }
    const id = record.text(this.#id);
    if (id !== null && record.kind(this.#scenario) !== 'missing') sink.textsOf(id, '');
  }

  texts(record: JsonObject, element: number): SampleTexts {
    return this.#trials.texts(record, element);
  }
}
