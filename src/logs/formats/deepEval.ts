import { isList } from '../isList';
import { isObject } from '../isObject';
import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

/** DeepEval test runs: one document; its `testCases` are told apart by their input. */
export const deepEval: LogFormat = {
  name: 'deepeval',
  title: t`DeepEval test run`,
  recognisedBy: 'one document with testCases that have success and metricsData',

  detect({ document }: LogHead): Detection | null {
    const cases = document?.['testCases'];
    const first: unknown = isList(cases) ? cases[0] : undefined;
    if (first === undefined || !isObject(first as null) || !('input' in (first as object))) return null;
    return {
      confidence: 0.95,
      records: 'testCases.*',
      fields: { promptText: 'input', verdict: 'success', response: 'actualOutput', target: 'expectedOutput' },
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
