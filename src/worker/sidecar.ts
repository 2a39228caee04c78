import { open, stat } from 'node:fs/promises';
import { layoutProblem, rowBytes, type GradientLayout, type HeaderResult } from '../logs/gradients/gradientLayout';
import { npyHeader } from '../logs/gradients/npy';
import { safetensorsHeader } from '../logs/gradients/safetensors';
import { t } from '../texts/t';

export interface Sidecar {
  readonly path: string;
  readonly bytes: number;
  readonly layout: GradientLayout;
}

/** The gradient file beside a log, by its name alone; null when there is none. */
export async function sidecarOf(logPath: string): Promise<string | null> {
  for (const path of sidecarPaths(logPath)) {
    const info = await stat(path).catch(() => null);
    if (info?.isFile()) return path;
  }
  return null;
}

/** Where the gradients of a log may lie, the first that is there counts. */
export function sidecarPaths(logPath: string): string[] {
  const stem = logPath.replace(/\.(gz|zst)$/i, '').replace(/\.[^./\\]+$/, '');
  return [`${stem}.grads.safetensors`, `${stem}.grads.npy`];
}

/** Reads a sidecar's header; a string is a sentence that says why the file cannot be used. */
export async function openSidecar(path: string, samples: number): Promise<Sidecar | string> {
  const file = await open(path).catch((error: Error) => error);
  if (file instanceof Error) return t`The gradient file ${path} cannot be read: ${file.message}`;
  try {
    const { size } = await file.stat();
    const header = /\.npy$/i.test(path) ? npyHeader : safetensorsHeader;
    let result: HeaderResult = { kind: 'needs', bytes: 12 };
    while (result.kind === 'needs') {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(result.bytes), 0, result.bytes, 0);
      result = header(buffer.subarray(0, bytesRead), size);
      if (result.kind === 'needs' && bytesRead === size) return t`${path}: the gradient file is cut off inside its header.`;
    }
    const problem = result.kind === 'problem' ? result.problem : layoutProblem(result.layout, samples, size);
    if (problem !== null || result.kind === 'problem') return `${path}: ${problem}`;
    return { path, bytes: result.layout.rows * rowBytes(result.layout), layout: result.layout };
  } finally {
    await file.close();
  }
}
