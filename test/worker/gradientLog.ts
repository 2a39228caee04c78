/** A small log with score vectors of length 2, as lines, with the vectors apart: made by a rule, so that a reader can follow it. */
export interface GradientLog {
  readonly records: readonly Readonly<Record<string, string | number | boolean>>[];
  readonly vectors: readonly (readonly number[])[];
}

/** Twelve prompts of sixteen samples; prompt i solves a sample when (7 i + 3 j) mod 16 < i + 2. */
export function gradientLog(): GradientLog {
  const records = [];
  const vectors = [];
  for (let i = 0; i < 12; i++) {
    for (let j = 0; j < 16; j++) {
      const correct = (7 * i + 3 * j) % 16 < i + 2;
      records.push({ prompt_id: `p${i}`, sample: j, prompt: `Question ${i}?`, response: `Answer ${j} to ${i}`, correct });
      vectors.push([(correct ? 1 : -0.5) * (1 + (i % 3)) + ((j * 5) % 7) / 8, (i < 4 ? -1 : 1) * (correct ? 0.75 : -0.25) + ((j * 3) % 5) / 16]);
    }
  }
  return { records, vectors };
}

/** The same, but that the four hard prompts want the opposite: from k = 4 on, pass@k training would lower pass@1. */
export function conflictLog(): GradientLog {
  const { records, vectors } = gradientLog();
  return { records, vectors: vectors.map((vector, i) => (i < 64 ? vector.map((value) => -1.5 * value) : vector)) };
}

export function lines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** The bytes of a safetensors file with one tensor of doubles. */
export function safetensors(tensor: string, rows: readonly (readonly number[])[], metadata: Readonly<Record<string, string>> = {}): Uint8Array {
  const dimension = rows[0].length;
  const data = new Float64Array(rows.flat());
  const header = JSON.stringify({ __metadata__: metadata, [tensor]: { dtype: 'F64', shape: [rows.length, dimension], data_offsets: [0, data.byteLength] } });
  const padded = Buffer.from(header.padEnd(Math.ceil(header.length / 8) * 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  return Buffer.concat([length, padded, Buffer.from(data.buffer)]);
}
