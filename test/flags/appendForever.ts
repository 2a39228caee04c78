// A writer that is to be killed: appends events of ever new ids until then, and says each id once it is on the disk.
// Arguments: file, name of the writer.
import { FlagFile } from '../../src/flags/flagFile';

async function appendForever(path: string, writer: string): Promise<void> {
  const file = new FlagFile(path);
  for (let i = 0; ; i++) {
    // Some events are so long that a kill may well fall into the write.
    const note = 'n'.repeat((i * 37) % 300) + (i % 3 === 2 ? 'y'.repeat(3_000_000) : '');
    await file.append([{ prompt_id: `${writer}/${i}`, run: null, flag: 'hard', note, k: 8, weight: i, agreement: null, at: '2026-01-01T00:00:00.000Z' }]);
    process.stdout.write(`${writer}/${i}\n`);
  }
}

void appendForever(process.argv[2] ?? '', process.argv[3] ?? '');
