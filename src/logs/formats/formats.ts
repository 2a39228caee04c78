import { generic } from './generic';
import { humanEval } from './humanEval';
import { lmEval } from './lmEval';
import type { LogFormat } from './logFormat';
import { promptRecords } from './promptRecords';

/** Every format there is; where two are equally sure, the earlier one is taken. */
export const formats: readonly LogFormat[] = [promptRecords, lmEval, humanEval, generic];

export function formatNamed(name: string): LogFormat | undefined {
  return formats.find((format) => format.name === name);
}
