import { basename } from 'node:path';
import { isFiniteVector } from '../logs/gradients/isFiniteVector';
import { InlineGradients } from '../logs/gradients/inlineGradients';
import { LogReader } from '../logs/logReader';
import { feedReader } from './feedReader';
import { withThreads, type ReadLogs, type ReadOptions } from './readLogs';
import { openSidecar, sidecarOf, type Sidecar } from './sidecar';
import { t } from '../texts/t';

/** One reading of every score vector there is; may be made again. The vector is valid until the next one. */
export type VectorPass = (onVector: (sample: number, vector: Float64Array) => void) => Promise<void>;

export interface ScoreVectors {
  /** null: there are no score vectors. */
  readonly pass: VectorPass | null;
  /** The sidecars that it reads; null where vectors are inline, or there are none. */
  readonly sidecars: readonly { readonly sidecar: Sidecar; readonly firstSample: number }[] | null;
  /** A sidecar of gradients of prompts, if that is what was found. */
  readonly promptSidecar: Sidecar | null;
  readonly projection: string | null;
  /** Grows with each pass: what was left out, and why. */
  readonly notes: string[];
}

interface PassOptions extends Pick<ReadOptions, 'threads' | 'threadScript'> {
  readonly gradients?: string;
  readonly signal?: AbortSignal;
  readonly onRead?: (bytes: number) => void;
}

/** Where the score vectors of these logs are: inline in the records, else in the sidecars. Vectors are streamed, never kept. */
export async function scoreVectors(logs: ReadLogs, options: PassOptions): Promise<ScoreVectors> {
  const { table } = logs;
  if (options.gradients === undefined && table.gradientCount > 0) return inline(logs, options);

  const notes: string[] = [];
  const found: { sidecar: Sidecar; firstSample: number }[] = [];
  const ask = async (path: string, samples: number, firstSample: number) => {
    const sidecar = await openSidecar(path, samples);
    if (typeof sidecar === 'string') notes.push(t`${sidecar} Agreement is unknown where it was needed.`);
    else found.push({ sidecar, firstSample });
  };
  if (options.gradients !== undefined) await ask(options.gradients, table.sampleCount, 0);
  else {
    for (const [file, { path }] of logs.files.entries()) {
      const sidecar = await sidecarOf(path);
      if (sidecar !== null) await ask(sidecar, logs.readers[file].samples, table.firstSampleOf(file));
    }
  }

  const scores = found.filter(({ sidecar }) => sidecar.layout.tensor === 'score_grad');
  const dimension = scores[0]?.sidecar.layout.dimension;
  const usable = scores.filter(({ sidecar }) => sidecar.layout.dimension === dimension);
  for (const { sidecar } of scores) {
    if (!usable.some((each) => each.sidecar === sidecar)) notes.push(t`${sidecar.path} has vectors of length ${sidecar.layout.dimension}, others of ${dimension}: it is left out.`);
  }
  return {
    pass: usable.length === 0 ? null : fromSidecars(usable, notes, options),
    sidecars: usable.length === 0 ? null : usable,
    promptSidecar: found.find(({ sidecar }) => sidecar.layout.tensor === 'prompt_grad')?.sidecar ?? null,
    projection: (usable[0] ?? found[0])?.sidecar.layout.projection ?? null,
    notes,
  };
}

function inline({ files, readers, table }: ReadLogs, options: PassOptions): ScoreVectors {
  const notes: string[] = [];
  const { signal, onRead } = options;
  const pass: VectorPass = (onVector) => withThreads(files, options, async (threads) => {
    for (const [file, { path }] of files.entries()) {
      const { format, unrecognised } = readers[file];
      if (!format || unrecognised !== null) continue;
      const sink = new InlineGradients(table.firstSampleOf(file), onVector);
      const reader = new LogReader({ fileIndex: file, fileName: basename(path), format: format.name, fields: format.fields, amongOthers: files.length > 1, sink });
      await feedReader(reader, path, { ...(signal && { signal }), ...(onRead && { onRead }), ...(threads && { threads }) });
      for (const note of sink.notes) if (!notes.includes(note)) notes.push(note);
    }
  });
  return { pass, sidecars: null, promptSidecar: null, projection: null, notes };
}

function fromSidecars(sidecars: readonly { sidecar: Sidecar; firstSample: number }[], notes: string[], options: PassOptions): VectorPass {
  return async (onVector) => {
    const { analyses } = await import('./analyses');
    for (const { sidecar, firstSample } of sidecars) {
      let refused = 0;
      let firstRefused = 0;
      await analyses.sidecarRows(
        sidecar,
        (row, values) => {
          if (isFiniteVector(values)) return onVector(firstSample + row, values);
          if (refused++ === 0) firstRefused = row;
        },
        options,
      );
      analyses.refusedRows(sidecar, refused, firstRefused, notes);
    }
  };
}
