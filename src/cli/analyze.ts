import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { TRAINERS } from '../protocol/exporting';
import { boundsRecord } from './boundsText';
import { coloured } from './colour';
import { flagsFor } from './flagsFor';
import { gate } from './gate';
import { jsonPieces } from './jsonPieces';
import { loadPrinting } from './loadPrinting';
import { metricsRecord } from './metricsRecord';
import { mitigationRecord } from './mitigationRecord';
import { METHODS } from './mitigationText';
import { openedRun, RUN_OPTIONS } from './openedRun';
import { oneOf, parsed, wholeNumber } from './options';
import { UsageError } from './usageError';
import { version } from './version';
import { writtenText } from './writtenText';

/** `passk analyze`: the report of one run, as JSON or as text, and the gates. */
export async function analyze(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...RUN_OPTIONS,
        json: { type: 'boolean', default: false },
        run: { type: 'string' },
        'fail-on': { type: 'string', multiple: true, default: [] },
        mitigate: { type: 'string' },
        weights: { type: 'string' },
        to: { type: 'string' },
        'data-source': { type: 'string', default: 'passk' },
        metrics: { type: 'boolean', default: false },
        bounds: { type: 'boolean', default: false },
        summary: { type: 'string' },
        folder: { type: 'string' },
      },
    }),
  );
  if (positionals.length === 0) throw new UsageError('passk analyze takes the path of at least one log.');
  const k = wholeNumber('k', values.k);
  const method = values.mitigate === undefined ? undefined : oneOf('mitigate', METHODS, values.mitigate);
  const to = values.to === undefined ? 'weights' : oneOf('to', TRAINERS.map(({ name }) => name), values.to);
  const as = values.summary === undefined ? undefined : oneOf('summary', ['markdown', 'latex'] as const, values.summary);
  if (values.weights !== undefined && !method) throw new UsageError('--weights takes --mitigate METHOD beside it.');
  if (values.to !== undefined && values.weights === undefined) throw new UsageError('--to takes --weights FILE beside it, the file to write.');
  const gates = values['fail-on'].map(gate);
  const run = await openedRun(positionals, values, { ks: gates.flatMap((each) => (each.k === null ? [] : [each.k])), run: values.run });
  const report = run.report(await flagsFor(values.folder ?? '.'));
  const never = new AbortController().signal;
  const found = method && (await run.analyse({ kind: 'mitigation', k, methods: [method] }, never));
  const others = values.metrics ? await run.analyse({ kind: 'metrics', k }, never) : null;
  const metrics = others?.kind === 'metrics' ? others : null;
  const conditions = values.bounds ? await run.analyse({ kind: 'certified', k }, never) : null;
  const bounds = conditions?.kind === 'certified' ? conditions : null;
  const mitigation = found?.kind === 'mitigation' ? found : null;

  if (as) {
    const summary = await run.export({ kind: 'summary', as, options: { ...run.options, title: run.title, version: await version(), language: 'en' } }, never);
    if (summary.kind === 'summary') process.stdout.write(summary.text);
  } else {
    const whole = { ...report, ...(metrics && { metrics: metricsRecord(metrics) }), ...(bounds && { bounds: boundsRecord(bounds) }), ...(mitigation && { mitigation: mitigationRecord(mitigation) }) };
    // A pipe that is read slowly is waited for.
    if (values.json) {
      for (const piece of jsonPieces(whole, whole.promptTable)) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    } else {
      const { reportText, metricsText, boundsText, mitigationText } = await loadPrinting();
      process.stdout.write(reportText(report, (text, tone) => coloured(text, tone, process.stdout)));
      if (metrics) process.stdout.write(metricsText(metrics, k));
      if (bounds) process.stdout.write(boundsText(bounds));
      if (mitigation) process.stdout.write(mitigationText(mitigation));
    }
  }
  if (method && values.weights !== undefined) {
    const answer = await run.export({ kind: 'trainingFile', file: { to, path: values.weights, k, weights: method, dropped: [], dataSource: values['data-source'] } }, never);
    if (answer.kind === 'trainingFile' && !values.quiet) process.stderr.write(`passk: ${writtenText(answer.written, values.weights)}\n`);
  }
  if (!values.quiet && (values.json || as)) for (const note of report.source.notes ?? []) process.stderr.write(`passk: ${note}\n`);
  const failures = gates.flatMap((each) => each.failure(report) ?? []);
  for (const failure of failures) process.stderr.write(`passk: ${coloured('failed', 'bad', process.stderr)}: ${failure}\n`);
  return failures.length > 0 ? 1 : 0;
}
