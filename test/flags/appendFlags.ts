// One of several writers: appends its events one by one, once it is told to go. Arguments: file, name of the writer, how many.
import { once } from 'node:events';
import { FlagFile } from '../../src/flags/flagFile';

async function appendFlags(path: string, writer: string, count: number): Promise<void> {
  const file = new FlagFile(path);
  process.stdout.write('ready\n');
  await once(process.stdin, 'data');
  for (let i = 0; i < count; i++) {
    // Lengths differ, and some events are longer than a page.
    const note = 'x'.repeat((i * 37) % 300) + (i % 50 === 0 ? 'y'.repeat(9000) : '');
    await file.append([{ prompt_id: `${writer}/${i}`, run: null, flag: 'hard', note, k: 8, weight: i, agreement: null, at: '2026-01-01T00:00:00.000Z' }]);
  }
  process.exit(0);
}

void appendFlags(process.argv[2] ?? '', process.argv[3] ?? '', Number(process.argv[4]));
