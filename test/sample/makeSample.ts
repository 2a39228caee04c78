// Writes the sample log that ships with the extension. Run again after a change here: npx tsx test/sample/makeSample.ts
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sampleRun } from './sampleRun';

const media = resolve(__dirname, '../../media');
const run = sampleRun();
writeFileSync(resolve(media, 'sample.jsonl'), run.log);
writeFileSync(resolve(media, 'sample.grads.safetensors'), run.sidecar);
console.log(`${run.prompts.length} prompts, sample.jsonl ${run.log.length} bytes, sample.grads.safetensors ${run.sidecar.length} bytes`);
