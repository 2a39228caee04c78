// A plain sequential read: what the machine can give at most.
import { openSync, readSync } from 'node:fs';
import { counted } from './counted.mjs';

await counted((path) => {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(1 << 20);
  while (readSync(file, buffer, 0, buffer.length, null) > 0);
  return null;
});
