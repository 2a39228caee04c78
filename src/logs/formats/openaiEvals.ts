import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';

/**
 * OpenAI evals event log: a header, a final report, and events, of which those of type "match" hold a verdict. Events of
 * other types (sampling, metrics, …) are passed over; several matches of one sample_id are its samples.
 */
export const openaiEvals: LogFormat = {
  name: 'openai-evals',
  title: 'OpenAI evals events',
  recognisedBy: 'events with run_id, event_id, sample_id, type and data',

  detect({ records }: LogHead): Detection | null {
    const events = records.filter((record) => ['run_id', 'event_id', 'sample_id', 'type', 'data'].every((name) => name in record));
    const isHeader = records[0] !== undefined && 'spec' in records[0];
    if (events.length === 0 || events.length + 3 < records.length) return null;
    return {
      confidence: isHeader ? 0.98 : 0.95,
      fields: { prompt: 'sample_id', verdict: 'data.correct', filter: 'type=match', promptText: 'data.prompt', response: 'data.sampled', answer: 'data.picked', target: 'data.expected' },
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
