import { emptyDraft } from '../emptyDraft';
import { isList } from '../isList';
import { isObject } from '../isObject';
import type { RecordSink, SampleDraft } from '../recordSink';
import type { RecordView } from '../scan/recordView';
import type { Detection, JsonObject, JsonValue, LogFormat, LogHead, RecordReader, SampleTexts } from './logFormat';
import { t } from '../../texts/t';

/**
 * APPS and CodeContests `all_results.json`: {problem: [what the tests said of each solution]}, true and false for a test, -1 for a solution
 * that crashed, -2 for one that did not compile. A solution is correct when every test passed, as the harness has it ("strict accuracy").
 * LiveCodeBench's `*_eval.json` holds the same, as the second of three parts.
 */
export const apps: LogFormat = {
  name: 'apps',
  title: t`APPS / CodeContests test results`,
  recognisedBy: 'one document of {problem: [[true, false, -1, -2, …]]}, or LiveCodeBench\'s list of metrics, that document and metadata',

  detect({ document, records }: LogHead): Detection | null {
    const fields = { prompt: '$key', verdict: 'value' };
    if (document !== null) return holdsResults(document) ? { confidence: 0.95, records: '*', fields } : null;
    const [metrics, results] = records;
    const isLiveCodeBench = metrics !== undefined && 'pass@1' in metrics && isObject(metrics['detail']) && (results === undefined || holdsResults(results));
    return isLiveCodeBench ? { confidence: 0.95, records: '1.*', fields } : null;
  },

  reader: (): RecordReader => new TestResultReader(),
};

function holdsResults(document: JsonObject): boolean {
  const values = Object.values(document);
  return values.length > 0 && values.every((value) => isList(value) && value.every(isResults)) && values.some((value) => isList(value) && value.some((one) => isList(one) && one.length > 0));
}

function isResults(value: JsonValue): boolean {
  return isList(value) && value.every((test) => typeof test === 'boolean' || test === -1 || test === -2 || test === -3 || test === -4 || test === 0 || test === 1);
}

class TestResultReader implements RecordReader {
  readonly paths = ['value'];
  readonly #draft: SampleDraft = emptyDraft();

  read(record: RecordView, sink: RecordSink): void {
    const solutions = record.json(0);
    if (record.key === null || !isList(solutions)) {
      sink.malformed(t`no list of what the tests said of each solution`);
      return;
    }
    this.#draft.promptId = record.key;
    solutions.forEach((tests: JsonValue, element: number) => {
      this.#draft.element = element;
      const known = isList(tests) && tests.length > 0;
      if (!known) sink.tally(t`Where no test was run, the sample counts as errored.`);
      this.#draft.verdict = !known ? 'errored' : tests.every((test) => test === true || (typeof test === 'number' && test > 0)) ? 'correct' : 'wrong';
      sink.sample(this.#draft);
    });
  }

  texts(record: JsonObject, element: number): SampleTexts {
    const solutions = record['value'];
    const tests: JsonValue | undefined = isList(solutions) ? solutions[element] : undefined;
    return { prompt: null, response: null, answer: tests === undefined ? null : JSON.stringify(tests), target: null };
  }
}
