import { t } from '../../src/texts/t';

const units = [t`bytes`, 'KB', 'MB', 'GB', 'TB'];

/** "812 bytes", "48.2 MB"; a unit is 1,000 of the one below, as file managers count. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
