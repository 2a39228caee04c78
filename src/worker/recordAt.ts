import { recordsAt } from './recordsAt';

/**
 * The bytes of the record that starts at a byte offset of a log's (unpacked) content, and perhaps some that follow it.
 * @throws InputError when the log no longer reaches that far; the signal's reason when aborted
 */
export async function recordAt(path: string, offset: number, signal?: AbortSignal): Promise<Uint8Array> {
  for await (const record of recordsAt(path, [offset], signal)) return record;
  throw new RangeError('recordsAt gives a record for each offset');
}
