import type { Promised } from './promised';

/** One program on one log. */
export interface Row {
  readonly log: string;
  readonly program: string;
  readonly seconds: number;
  readonly megabytesPerSecond: number;
  readonly processorSeconds: number | null;
  readonly peakMegabytes: number | null;
  /** How many times as long as our command takes. */
  readonly ratio: number;
}

/** What was measured as Markdown, for the README: a program a line, a log a column, and what is promised beside. */
export function benchTable(rows: readonly Row[], promised: readonly Promised[], titles: ReadonlyMap<string, string>): string {
  const logs = [...new Set(rows.map(({ log }) => log))];
  const programs = [...new Set(rows.map(({ program }) => program))];
  const cell = (program: string, log: string): string => {
    const row = rows.find((each) => each.program === program && each.log === log);
    if (row === undefined) return '';
    const memory = row.peakMegabytes === null ? '' : `, ${row.peakMegabytes.toFixed(0)} MB`;
    return `${row.seconds.toFixed(2)} s, ${row.megabytesPerSecond.toFixed(0)} MB/s${memory}, ${row.ratio.toFixed(1)}×`;
  };
  const table = [
    `| program | ${logs.map((log) => titles.get(log) ?? log).join(' | ')} |`,
    `| --- |${' --- |'.repeat(logs.length)}`,
    ...programs.map((program) => `| ${program} | ${logs.map((log) => cell(program, log)).join(' | ')} |`),
    '',
    '| promised | measured | at most |',
    '| --- | --- | --- |',
    ...promised.map(({ what, measured, atMost, unit }) => `| ${what} | ${measured.toFixed(unit === 'MB' ? 0 : 1)} ${unit} | ${atMost === null ? '' : `${Math.round(atMost)} ${unit}`} |`),
  ];
  return `${table.join('\n')}\n`;
}
