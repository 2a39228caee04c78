/** Bad usage: one clear sentence on stderr and exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
