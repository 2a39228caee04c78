import type { JsonObject, JsonValue } from '../formats/logFormat';
import { isList } from '../isList';
import { isObject } from '../isObject';
import { decodeUtf8 } from '../scan/decodeUtf8';
import { parseJsonText } from '../scan/parseJsonText';
import type { FloatType, GradientTensor, HeaderResult } from './gradientLayout';
import { t } from '../../texts/t';

/** Longer headers are refused; the format's own library draws the line here too. */
const LONGEST_HEADER = 100_000_000;
const FLOAT_BYTES: Readonly<Record<FloatType, number>> = { F16: 2, BF16: 2, F32: 4, F64: 8 };

/**
 * Reads a safetensors header from the first bytes of the file: 8 bytes of length, then JSON. Call with 8 bytes or more;
 * on "needs", again with that many. Finds the tensor `score_grad` [samples, d], or `prompt_grad` [prompts, d] with the
 * ids of its rows in the metadata `prompt_ids`.
 */
export function safetensorsHeader(head: Uint8Array, fileBytes: number): HeaderResult {
  if (fileBytes < 8) return problem(t`The gradient file has ${fileBytes} bytes; a safetensors file has more.`);
  if (head.length < 8) return { kind: 'needs', bytes: 8 };
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const headerBytes = view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32;
  if (headerBytes < 2 || headerBytes > LONGEST_HEADER || 8 + headerBytes > fileBytes) {
    return problem(t`The gradient file is no safetensors file: its header would be ${headerBytes} bytes long, the file has ${fileBytes}.`);
  }
  if (head.length < 8 + headerBytes) return { kind: 'needs', bytes: 8 + headerBytes };
  const header = parseJsonText(decodeUtf8(head, 8, 8 + headerBytes));
  if (!isObject(header)) return problem(t`The header of the gradient file is not JSON.`);
  const metadata = own(header, '__metadata__');
  for (const tensor of ['score_grad', 'prompt_grad'] as const) {
    const entry = own(header, tensor);
    if (entry !== undefined) return layoutOf(tensor, entry, isObject(metadata) ? metadata : {}, 8 + headerBytes, fileBytes);
  }
  const names = Object.keys(header).filter((name) => name !== '__metadata__').slice(0, 10).map((name) => JSON.stringify(name.slice(0, 60)));
  return problem(t`The gradient file has no tensor "score_grad" or "prompt_grad"; it has ${names.length === 0 ? t`none` : names.join(', ')}.`);
}

function layoutOf(tensor: GradientTensor, entry: JsonValue, metadata: JsonObject, dataStart: number, fileBytes: number): HeaderResult {
  const dtype = isObject(entry) ? own(entry, 'dtype') : undefined;
  const shape = isObject(entry) ? own(entry, 'shape') : undefined;
  const offsets = isObject(entry) ? own(entry, 'data_offsets') : undefined;
  if (!isCounts(shape) || !isCounts(offsets) || offsets.length !== 2) return problem(t`The header of the gradient file does not describe "${tensor}" properly.`);
  if (shape.length !== 2) return problem(t`"${tensor}" must have two axes, [${tensor === 'score_grad' ? 'samples' : 'prompts'}, d]; it has ${shape.length}.`);
  if (typeof dtype !== 'string' || !Object.hasOwn(FLOAT_BYTES, dtype)) {
    return problem(t`"${tensor}" holds ${typeof dtype === 'string' ? dtype.slice(0, 20) : t`no known type`}; F16, BF16, F32 and F64 are read.`);
  }
  const type = dtype as FloatType;
  const [rows, dimension] = shape as [number, number];
  const [begin, finish] = offsets as [number, number];
  if (dimension === 0) return problem(t`"${tensor}" has vectors of length 0.`);
  if (finish - begin !== rows * dimension * FLOAT_BYTES[type]) {
    return problem(t`The header of the gradient file contradicts itself: "${tensor}" has ${rows} x ${dimension} ${type} values in ${finish - begin} bytes.`);
  }
  if (dataStart + finish > fileBytes) {
    return problem(t`The gradient file is cut off: its header promises ${dataStart + finish} bytes and it has ${fileBytes}.`);
  }
  const promptIds = tensor === 'score_grad' ? null : idList(own(metadata, 'prompt_ids'));
  if (tensor === 'prompt_grad' && promptIds === null) {
    return problem(t`"prompt_grad" needs the ids of its rows: a JSON array of ids in the metadata "prompt_ids".`);
  }
  if (promptIds !== null && promptIds.length !== rows) {
    return problem(t`The metadata "prompt_ids" names ${promptIds.length} prompts, but "prompt_grad" has ${rows} rows.`);
  }
  const projection = own(metadata, 'projection');
  return {
    kind: 'layout',
    layout: { tensor, rows, dimension, type, offset: dataStart + begin, projection: typeof projection === 'string' ? projection : null, promptIds },
  };
}

/** Metadata holds strings only: the array is JSON inside one. */
function idList(value: JsonValue | undefined): string[] | null {
  const list = typeof value === 'string' ? parseJsonText(value) : value;
  if (!isList(list)) return null;
  const ids = list.map((id: JsonValue) => (typeof id === 'string' || typeof id === 'number' ? String(id) : null));
  return ids.every((id) => id !== null) ? ids : null;
}

function isCounts(value: JsonValue | undefined): value is readonly number[] {
  return isList(value) && value.every((item: JsonValue) => Number.isSafeInteger(item) && (item as number) >= 0);
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function problem(sentence: string): HeaderResult {
  return { kind: 'problem', problem: sentence };
}
