import { formatBytes } from '../numbers/formatBytes';
import { formatCount } from '../numbers/formatCount';
import type { Progress } from '../state/viewState';

/** "Read 123 MB of 500 MB, 48,000 samples." */
export function progressText(progress: Progress | null): string {
  if (progress === null) return 'Reading the log…';
  const total = progress.bytesTotal > 0 ? ` of ${formatBytes(progress.bytesTotal)}` : '';
  return `Read ${formatBytes(progress.bytesRead)}${total}, ${formatCount(progress.samples, 'sample')}.`;
}
