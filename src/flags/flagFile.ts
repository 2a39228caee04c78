import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FlagEvent } from './flagEvent';
import { flagLog, type FlagLog } from './flagLog';
import { t } from '../texts/t';

const NEWLINE = 0x0a;

/**
 * A flags file: an append-only log that several windows, terminals and git may all touch. Every append is one write with
 * O_APPEND, so whole events of several writers follow each other, and is on the disk when the promise resolves.
 */
export class FlagFile {
  /** Where a folder keeps its flags. */
  static inFolder(folder: string): FlagFile {
    return new FlagFile(join(folder, '.passk', 'flags.jsonl'));
  }

  constructor(readonly path: string) {}

  /**
   * Adds events at the end, all of them in one write.
   * @throws the file system's error when the folder or the file cannot be written, or the disk is full
   */
  async append(events: readonly FlagEvent[]): Promise<void> {
    if (events.length === 0) return;
    await mkdir(dirname(this.path), { recursive: true });
    const file = await open(this.path, 'a+');
    try {
      const lines = events.map(lineOf).join('');
      // Another program, or one that was killed, may have left its last line open.
      const bytes = Buffer.from((await endsOpen(file)) ? `\n${lines}` : lines, 'utf8');
      const { bytesWritten } = await file.write(bytes, 0, bytes.length, null);
      if (bytesWritten < bytes.length) throw new Error(t`Only a part of the flag could be written to ${this.path}: is the disk full?`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** All that the file says; a file that does not exist says nothing. */
  async read(): Promise<FlagLog> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { events: [], skipped: [] };
      throw error;
    }
    return flagLog(text);
  }
}

/** The fields in the order that people know them in, and the id first: a reader finds a torn line's successor by it. */
function lineOf({ prompt_id, run, flag, note, k, weight, agreement, at, text_digest, undoes }: FlagEvent): string {
  return `${JSON.stringify({ prompt_id, run, flag, note, k, weight, agreement, at, text_digest, undoes })}\n`;
}

async function endsOpen(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  await file.read(last, 0, 1, size - 1);
  return last[0] !== NEWLINE;
}
