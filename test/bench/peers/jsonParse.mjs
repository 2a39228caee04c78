// JSON.parse of each line, as a careful program has it: big chunks, cut at line ends.
import { openSync, readSync } from 'node:fs';
import { counted } from './counted.mjs';

await counted((path) => {
  let samples = 0;
  let correct = 0;
  const take = (/** @type {Buffer} */ line) => {
    const record = JSON.parse(line.toString('utf8'));
    samples++;
    if (record.correct) correct++;
  };
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(4 << 20);
  let waiting = 0;
  for (;;) {
    const read = readSync(file, buffer, waiting, buffer.length - waiting, null);
    if (read === 0) break;
    const bytes = buffer.subarray(0, waiting + read);
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      take(bytes.subarray(from, end));
      from = end + 1;
    }
    bytes.copy(buffer, 0, from);
    waiting = bytes.length - from;
  }
  return { samples, correct };
});
