import { decodeUtf8 } from '../scan/decodeUtf8';
import type { FloatType, HeaderResult } from './gradientLayout';
import { t } from '../../texts/t';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const LONGEST_HEADER = 1 << 20;
const TYPES: ReadonlyMap<string, FloatType> = new Map([['<f2', 'F16'], ['<f4', 'F32'], ['<f8', 'F64']]);

/**
 * Reads a .npy header from the first bytes of the file: magic, version, length, a Python dictionary. Call with 12 bytes
 * or more; on "needs", again with that many. The rows are those of `score_grad`, one per sample of the log.
 */
export function npyHeader(head: Uint8Array, fileBytes: number): HeaderResult {
  if (fileBytes < 12) return problem(t`The gradient file has ${fileBytes} bytes; a .npy file has more.`);
  if (head.length < 12) return { kind: 'needs', bytes: 12 };
  if (!MAGIC.every((byte, at) => head[at] === byte)) return problem(t`The gradient file is no .npy file: its first bytes are not those of NumPy.`);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const version = head[6] as number;
  if (version < 1 || version > 3) return problem(t`The gradient file is .npy version ${version}; versions 1 to 3 are read.`);
  const start = version === 1 ? 10 : 12;
  const headerBytes = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const offset = start + headerBytes;
  if (headerBytes > LONGEST_HEADER || offset > fileBytes) {
    return problem(t`The gradient file is no .npy file: its header would be ${headerBytes} bytes long, the file has ${fileBytes}.`);
  }
  if (head.length < offset) return { kind: 'needs', bytes: offset };
  const header = decodeUtf8(head, start, offset);
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1];
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
  const shape = /'shape'\s*:\s*\(([^)]*)\)/.exec(header)?.[1];
  if (descr === undefined || fortran === undefined || shape === undefined) return problem(t`The header of the gradient file is damaged: it lacks descr, fortran_order or shape.`);
  if (fortran === 'True') return problem(t`The gradient file is in Fortran order; save it in C order, with numpy.ascontiguousarray.`);
  const type = TYPES.get(descr);
  if (type === undefined) return problem(t`The gradient file holds ${JSON.stringify(descr.slice(0, 20))} values; <f2, <f4 and <f8 are read.`);
  const axes = shape.split(',').map((axis) => axis.trim()).filter((axis) => axis !== '').map(Number);
  if (axes.length !== 2 || !axes.every((axis) => Number.isSafeInteger(axis) && axis >= 0)) {
    return problem(t`The gradient file must have two axes, [samples, d]; its shape is (${shape.slice(0, 60)}).`);
  }
  const [rows, dimension] = axes as [number, number];
  if (dimension === 0) return problem(t`The gradient file has vectors of length 0.`);
  return { kind: 'layout', layout: { tensor: 'score_grad', rows, dimension, type, offset, projection: null, promptIds: null } };
}

function problem(sentence: string): HeaderResult {
  return { kind: 'problem', problem: sentence };
}
