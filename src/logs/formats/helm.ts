import { emptyDraft } from '../emptyDraft';
import { isList } from '../isList';
import type { RecordSink, SampleDraft } from '../recordSink';
import type { RecordView } from '../scan/recordView';
import { DEFAULT_THRESHOLD, scoreVerdict } from '../verdicts';
import { FieldReader } from './fieldReader';
import { firstOf } from './firstOf';
import { haveAll } from './haveAll';
import type { Detection, FieldMap, JsonObject, JsonValue, LogFormat, LogHead, RecordReader, SampleTexts } from './logFormat';
import { scorePath } from './scorePath';
import { valueAt } from './valueAt';
import { t } from '../../texts/t';

const METRICS = ['exact_match', 'quasi_exact_match', 'prefix_exact_match', 'final_number_exact_match', 'math_equiv_chain_of_thought', 'math_equiv', 'pass', 'code_eval_acc', 'test_avg', 'chain_of_thought_correctness'];
/** Instances with typos, dialects and the like put in: other prompts under the same id. */
const UNPERTURBED = 'perturbation=';

/**
 * HELM `display_predictions.json`: an array of predictions with their metrics; trials of an instance are its samples. `per_instance_stats.json`
 * holds the metrics alone, over several entries an instance. Perturbed instances are passed over.
 */
export const helm: LogFormat = {
  name: 'helm',
  title: t`HELM predictions`,
  recognisedBy: 'instance_id, train_trial_index and stats',

  detect({ records }: LogHead): Detection | null {
    if (!haveAll(records, 'instance_id', 'train_trial_index', 'stats')) return null;
    const fields = { prompt: 'instance_id', sample: 'train_trial_index', filter: UNPERTURBED };
    const named = records.flatMap((record) => statNames(record['stats']));
    if (named.length > 0) {
      const metric = METRICS.find((name) => named.includes(name)) ?? named[0];
      return { confidence: 0.95, fields: { ...fields, verdict: `stats.${metric}` }, verdicts: [...new Set(named)].map((name) => `stats.${name}`) };
    }
    const stats = valueAt(records[0], 'stats');
    const names = stats !== null && typeof stats === 'object' ? Object.keys(stats) : [];
    const verdict = firstOf(records, METRICS.map((name) => `stats.${name}`)) ?? firstOf(records, names.map((name) => `stats.${name.replace(/\./g, '\\.')}`));
    if (verdict === undefined) return null;
    return { confidence: 0.95, fields: { ...fields, verdict, response: 'predicted_text' }, verdicts: names.map((name) => `stats.${name.replace(/\./g, '\\.')}`) };
  },

  reader: (fields: FieldMap, fileName: string): RecordReader => (fields.response === undefined ? new StatsReader(fields) : new FieldReader(fields, { fileName })),
};

function statNames(stats: JsonValue | undefined): string[] {
  return isList(stats) ? stats.map((stat) => valueAt(stat, 'name.name')).filter((name) => typeof name === 'string') : [];
}

/** An instance has several entries, of which those without the metric are passed over. */
class StatsReader implements RecordReader {
  readonly paths = ['instance_id', 'train_trial_index', 'perturbation', 'stats'];
  readonly #draft: SampleDraft = emptyDraft();
  readonly #metric: string;
  readonly #threshold: number;

  constructor(fields: FieldMap) {
    const { path, threshold } = scorePath(fields.verdict ?? '');
    this.#metric = path.replace(/^stats\./, '');
    this.#threshold = threshold ?? DEFAULT_THRESHOLD;
  }

  read(record: RecordView, sink: RecordSink): void {
    const stats = record.json(3);
    const promptId = record.text(0);
    if (promptId === null || !isList(stats)) {
      sink.malformed(t`no "instance_id" or no list "stats"`);
      return;
    }
    const stat: JsonValue | undefined = stats.find((each) => valueAt(each, 'name.name') === this.#metric);
    if (stat === undefined || record.kind(2) === 'object') return;
    const mean = valueAt(stat, 'mean');
    const { verdict, score } = scoreVerdict(typeof mean === 'number' ? mean : NaN, this.#threshold);
    const trial = record.number(1);
    this.#draft.promptId = promptId;
    this.#draft.sampleIndex = Number.isInteger(trial) && trial >= 0 ? trial : -1;
    this.#draft.verdict = verdict === 'unscored' ? 'errored' : verdict;
    this.#draft.score = score;
    sink.sample(this.#draft);
  }

  texts(_record: JsonObject): SampleTexts {
    return { prompt: null, response: null, answer: null, target: null };
  }
}
