import { formatBytes } from '../numbers/formatBytes';
import { formatCount } from '../numbers/formatCount';
import type { Progress } from '../state/viewState';
import { t } from '../../src/texts/t';

/** "Read 123 MB of 500 MB, 48,000 samples."; above what has been read so far, "So far: 25% read (123 MB of 500 MB, 48,000 samples). …" */
export function progressText(progress: Progress | null, isShown = false): string {
  const amount = progress === null ? '' : amountText(progress);
  if (!isShown) return progress === null ? t`Reading the log…` : t`Read ${amount}.`;
  const share = progress === null || progress.bytesTotal === 0 ? null : Math.min(100, Math.floor((100 * progress.bytesRead) / progress.bytesTotal));
  const below = t`The figures below cover this part; gradients come last.`;
  if (progress === null) return t`So far: a part of the log. ${below}`;
  return share === null ? t`So far: ${amount}. ${below}` : t`So far: ${share}% read (${amount}). ${below}`;
}

function amountText({ bytesRead, bytesTotal, samples }: Progress): string {
  const read = bytesTotal > 0 ? t`${formatBytes(bytesRead)} of ${formatBytes(bytesTotal)}` : formatBytes(bytesRead);
  return `${read}, ${formatCount(samples, 'sample')}`;
}
