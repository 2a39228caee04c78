import { isList } from '../isList';
import { FieldReader } from './fieldReader';
import { haveAll } from './haveAll';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { valueAt } from './valueAt';
import { t } from '../../texts/t';

/** promptfoo results: one document, or its JSON Lines export. A test case is a prompt; each provider and prompt template is a run. */
export const promptfoo: LogFormat = {
  name: 'promptfoo',
  title: t`promptfoo results`,
  recognisedBy: 'success, testIdx and promptIdx, in lines or below results.results',

  detect({ document, records }: LogHead): Detection | null {
    const fields: FieldMap = { prompt: 'testIdx', verdict: 'success', score: 'score', run: 'provider.id+promptIdx', promptText: 'prompt.raw', response: 'response.output' };
    if (document !== null && isList(valueAt(document, 'results.results'))) return { confidence: 0.97, records: 'results.results.*', fields };
    return haveAll(records, 'success', 'testIdx', 'promptIdx') ? { confidence: 0.96, fields } : null;
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
