import { apps } from './apps';
import { bfcl } from './bfcl';
import { bigCode } from './bigCode';
import { cruxEval } from './cruxEval';
import { deepEval } from './deepEval';
import { evalPlus } from './evalPlus';
import { generic } from './generic';
import { helm } from './helm';
import { humanEval } from './humanEval';
import { inspect } from './inspect';
import { lightEval } from './lightEval';
import { liveCodeBench } from './liveCodeBench';
import { lmEval } from './lmEval';
import type { LogFormat } from './logFormat';
import { nemoGym } from './nemoGym';
import { nemoSkills } from './nemoSkills';
import { openaiEvals } from './openaiEvals';
import { openCompass } from './openCompass';
import { openRlhf } from './openRlhf';
import { promptfoo } from './promptfoo';
import { promptRecords } from './promptRecords';
import { qwen25Math } from './qwen25Math';
import { rllm } from './rllm';
import { skyRl } from './skyRl';
import { slime } from './slime';
import { sweBench } from './sweBench';
import { tau2Bench } from './tau2Bench';
import { tauBench } from './tauBench';
import { tinker } from './tinker';
import { trl } from './trl';
import { verifiers } from './verifiers';
import { verl } from './verl';

/** Every format there is. Where two are equally sure of a log, the earlier one is taken. */
export const formats: readonly LogFormat[] = [
  promptRecords, verl, qwen25Math, lmEval, humanEval, evalPlus, bigCode, liveCodeBench, apps, verifiers, inspect, lightEval, nemoSkills, nemoGym, openaiEvals,
  trl, openRlhf, rllm, skyRl, slime, tinker, promptfoo, tauBench, tau2Bench, sweBench, openCompass, helm, deepEval, cruxEval, bfcl, generic,
];

export function formatNamed(name: string): LogFormat | undefined {
  return formats.find((format) => format.name === name);
}
