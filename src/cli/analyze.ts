import { parseArgs } from 'node:util';
import type { FieldMap } from '../logs/formats/logFormat';
import { openRun } from '../worker/openRun';
import { flagsFor } from './flags';
import { gate } from './gate';
import { metricsRecord } from './metricsRecord';
import { metricsText } from './metricsText';
import { mitigationRecord } from './mitigationRecord';
import { METHODS, mitigationText } from './mitigationText';
import { erroredPolicy, parsed, share, wholeNumber } from './options';
import { ProgressLine } from './progressLine';
import { reportText } from './reportText';
import { threadScript } from './threadScript';
import { UsageError } from './usageError';
import { writeWeights } from './writeWeights';

/** `passk analyze`: the report of one run, as JSON or as text, and the gates. */
export async function analyze(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        k: { type: 'string', default: '8' },
        json: { type: 'boolean', default: false },
        run: { type: 'string' },
        format: { type: 'string' },
        field: { type: 'string', multiple: true, default: [] },
        gradients: { type: 'string' },
        'hard-below': { type: 'string', default: '0.10' },
        'easy-above': { type: 'string', default: '0.85' },
        errored: { type: 'string', default: 'drop' },
        'fail-on': { type: 'string', multiple: true, default: [] },
        mitigate: { type: 'string' },
        weights: { type: 'string' },
        metrics: { type: 'boolean', default: false },
        folder: { type: 'string' },
        threads: { type: 'string' },
        quiet: { type: 'boolean', default: false },
      },
    }),
  );
  if (positionals.length === 0) throw new UsageError('passk analyze takes the path of at least one log.');
  const errored = erroredPolicy(values.errored);
  const k = wholeNumber('k', values.k);
  const method = METHODS.find((each) => each === values.mitigate);
  if (values.mitigate !== undefined && !method) throw new UsageError(`--mitigate takes ${METHODS.join(', ')}, not "${values.mitigate}".`);
  if (values.weights !== undefined && !method) throw new UsageError('--weights takes --mitigate METHOD beside it.');
  const gates = values['fail-on'].map(gate);
  const progress = new ProgressLine();
  const run = await openRun(positionals, {
    k,
    ks: gates.flatMap((each) => (each.k === null ? [] : [each.k])),
    hardBelow: share('hard-below', values['hard-below']),
    easyAbove: share('easy-above', values['easy-above']),
    errored,
    fields: fieldMap(values.field),
    ...(values.format !== undefined && { format: values.format }),
    ...(values.gradients !== undefined && { gradients: values.gradients }),
    ...(values.run !== undefined && { run: values.run }),
    ...(values.threads !== undefined && { threads: wholeNumber('threads', values.threads) }),
    threadScript,
    onProgress: (bytesRead, bytesTotal, samples) => progress.update(bytesRead, bytesTotal, samples),
  }).finally(() => progress.done());
  const report = run.report(await flagsFor(values.folder ?? '.'));
  const found = method && (await run.analyse({ kind: 'mitigation', k, methods: [method] }, new AbortController().signal));
  const others = values.metrics ? await run.analyse({ kind: 'metrics', k }, new AbortController().signal) : null;
  const metrics = others?.kind === 'metrics' ? others : null;
  const mitigation = found?.kind === 'mitigation' ? found : null;

  process.stdout.write(values.json ? `${JSON.stringify({ ...report, ...(metrics && { metrics: metricsRecord(metrics) }), ...(mitigation && { mitigation: mitigationRecord(mitigation) }) }, null, 1)}\n` : reportText(report));
  if (metrics && !values.json) process.stdout.write(metricsText(metrics, k));
  if (mitigation && !values.json) process.stdout.write(mitigationText(mitigation));
  if (mitigation && values.weights !== undefined) {
    const leftOut = await writeWeights(values.weights, report.promptTable.map(({ id }) => id), mitigation.remedies[0].weights);
    if (leftOut > 0) process.stderr.write(`passk: ${leftOut} prompts of unknown weight are not in ${values.weights}\n`);
  }
  if (!values.quiet && values.json) for (const note of report.source.notes ?? []) process.stderr.write(`passk: ${note}\n`);
  const failures = gates.flatMap((each) => each.failure(report) ?? []);
  for (const failure of failures) process.stderr.write(`passk: failed: ${failure}\n`);
  return failures.length > 0 ? 1 : 0;
}

function fieldMap(pairs: readonly string[]): FieldMap {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageError(`--field takes ROLE=PATH, such as verdict=metrics.acc, not "${pair}".`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
