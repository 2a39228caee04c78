// readline and JSON.parse, as most scripts have it.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { counted } from './counted.mjs';

await counted(async (path) => {
  let samples = 0;
  let correct = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    samples++;
    if (JSON.parse(line).correct) correct++;
  }
  return { samples, correct };
});
