/** Whether a failure is that of a file that is not there, or not to be looked at. */
export function notAFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(String(error.code));
}
