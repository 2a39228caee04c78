/** What the user gave cannot be used; the message is one sentence for them, never a stack trace. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** A log of which nothing could be read as it was; another format or other fields might. */
export class UnreadRecords extends InputError {}

/** Any failure as a sentence: input errors speak for themselves, the file system's are named with their cause. */
export function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
