type Field = readonly [id: number, value: ThriftValue];
type ThriftValue = number | string | bigint | readonly Field[] | { readonly list: readonly ThriftValue[]; readonly size?: number };

/** A structure of Thrift's compact protocol. A number is an i32, a bigint an i64, a string binary; a list may lie about its size. */
export function thrift(fields: readonly Field[]): Buffer {
  let last = 0;
  const parts = fields.map(([id, value]) => {
    const header = Buffer.from([((id - last) << 4) | typeOf(value)]);
    last = id;
    return Buffer.concat([header, valueBytes(value)]);
  });
  return Buffer.concat([...parts, Buffer.of(0)]);
}

function typeOf(value: ThriftValue): number {
  if (typeof value === 'number') return 5;
  if (typeof value === 'bigint') return 6;
  if (typeof value === 'string') return 8;
  return 'list' in value ? 9 : 12;
}

function valueBytes(value: ThriftValue): Buffer {
  if (typeof value === 'number' || typeof value === 'bigint') return varint(BigInt(value) >= 0n ? BigInt(value) * 2n : BigInt(value) * -2n - 1n);
  if (typeof value === 'string') return Buffer.concat([varint(BigInt(Buffer.byteLength(value))), Buffer.from(value)]);
  if (!('list' in value)) return thrift(value);
  const type = value.list[0] === undefined ? 12 : typeOf(value.list[0]);
  return Buffer.concat([Buffer.of(0xf0 | type), varint(BigInt(value.size ?? value.list.length)), ...value.list.map(valueBytes)]);
}

export function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    bytes.push(Number(rest & 127n) | (rest > 127n ? 128 : 0));
    if (rest <= 127n) return Buffer.from(bytes);
  }
}

export interface ParquetColumn {
  readonly name: string;
  /** 0 boolean, 6 bytes. */
  readonly type: number;
  readonly isOptional?: boolean;
  /** 0 none, 2 gzip. */
  readonly codec?: number;
  readonly pages: readonly ParquetPage[];
}

export interface ParquetPage {
  /** 0 data, 2 dictionary. */
  readonly kind?: number;
  /** What the page claims, in values and in unpacked bytes. */
  readonly values: number;
  readonly unpackedBytes?: number;
  /** 0 plain, 8 places in a dictionary, 7 deltas of texts. */
  readonly encoding?: number;
  /** Of the first version of pages, or the second, whose definition levels have so many bytes. */
  readonly levelBytes?: number;
  readonly data: Uint8Array;
}

/** What is written in place of the truth. */
export interface ParquetLies {
  readonly rows?: bigint;
  readonly schema?: ThriftValue;
  readonly codec?: number;
}

/** The bytes of a Parquet file with one row group, written as the format's own description says (github.com/apache/parquet-format). */
export function parquetFile(rows: number, columns: readonly ParquetColumn[], lies: ParquetLies = {}): Buffer {
  const parts: Buffer[] = [Buffer.from('PAR1')];
  let offset = 4;
  const chunks = columns.map(({ name, type, codec = 0, pages }) => {
    const start = offset;
    for (const page of pages) {
      const bytes = Buffer.concat([pageHeader(page), page.data]);
      parts.push(bytes);
      offset += bytes.length;
    }
    const size = BigInt(offset - start);
    return [[2, BigInt(start)], [3, [[1, type], [2, { list: [0] }], [3, { list: [name] }], [4, lies.codec ?? codec], [5, BigInt(rows)], [6, size], [7, size], [9, BigInt(start)]]]] satisfies Field[];
  });
  const schema: ThriftValue = lies.schema ?? { list: [[[4, 'schema'], [5, columns.length]], ...columns.map(({ name, type, isOptional }) => [[1, type], [3, isOptional === true ? 1 : 0], [4, name], ...(type === 6 ? [[6, 0] satisfies Field] : [])] satisfies Field[])] };
  const claimed = lies.rows ?? BigInt(rows);
  const footer = thrift([[1, 1], [2, schema], [3, claimed], [4, { list: [[[1, { list: chunks }], [2, BigInt(offset)], [3, claimed]]] }]]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([...parts, footer, length, Buffer.from('PAR1')]);
}

function pageHeader({ kind = 0, values, unpackedBytes, encoding = 0, levelBytes, data }: ParquetPage): Buffer {
  const sizes: Field[] = [[2, unpackedBytes ?? data.length], [3, data.length]];
  if (kind === 2) return thrift([[1, 2], ...sizes, [7, [[1, values], [2, 0]]]]);
  if (levelBytes === undefined) return thrift([[1, 0], ...sizes, [5, [[1, values], [2, encoding], [3, 3], [4, 3]]]]);
  return thrift([[1, 3], ...sizes, [8, [[1, values], [2, 0], [3, values], [4, encoding], [5, levelBytes], [6, 0]]]]);
}

/** Texts as a plain page holds them. */
export function plainTexts(texts: readonly string[]): Buffer {
  return Buffer.concat(texts.flatMap((text) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(Buffer.byteLength(text));
    return [length, Buffer.from(text)];
  }));
}

/** One value, one byte wide, as often as wanted: a run. */
export function run(times: number, value: number): Buffer {
  return Buffer.concat([varint(BigInt(times) * 2n), Buffer.of(value)]);
}

/** Levels as the first version of pages has them, behind their length. */
export function levels(times: number): Buffer {
  const runs = run(times, 1);
  return Buffer.concat([Buffer.of(runs.length, 0, 0, 0), runs]);
}
