import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { openRun } from '../../src/worker/openRun';
import { levels, parquetFile, plainTexts, run, thrift, varint, type ParquetColumn, type ParquetLies } from './parquetFile';
import { temporaryFolder } from './temporaryFolder';

const OPTIONS = { k: 2, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop' } as const;
const ROWS = 4;
const ids = plainTexts(['a', 'a', 'b', 'b']);
const id: ParquetColumn = { name: 'prompt_id', type: 6, pages: [{ values: ROWS, data: ids }] };
const correct: ParquetColumn = { name: 'correct', type: 0, pages: [{ values: ROWS, data: Buffer.of(0b0101) }] };
const MILLIARD = 1_000_000_000;

/** The pages of a column of texts, mostly of one value that is repeated. */
const text = (...pages: ParquetColumn['pages']): ParquetColumn => ({ name: 'response', type: 6, pages });
const optional = (...pages: ParquetColumn['pages']): ParquetColumn => ({ ...text(...pages), isOptional: true });
const dictionary = { kind: 2, values: 1, data: plainTexts(['r'.repeat(40)]) };
/** Numbers that grow by one delta, in one block without bits. */
const deltas = (times: number, first: number, delta: number): Buffer => Buffer.concat([varint(1n << 20n), Buffer.of(1), varint(BigInt(times)), varint(BigInt(first) * 2n), varint(BigInt(delta) * 2n), Buffer.of(0)]);

describe('Parquet files', () => {
  const folder = temporaryFolder();
  let written = 0;
  const open = (columns: readonly ParquetColumn[], lies?: ParquetLies) => openRun([folder.write(`log${++written}.parquet`, parquetFile(ROWS, columns, lies))], OPTIONS);

  const WELL: readonly [what: string, column: ParquetColumn][] = [
    ['values that may be missing', optional({ values: ROWS, data: Buffer.concat([levels(ROWS), ids]) })],
    ['pages of the second version', optional({ values: ROWS, levelBytes: 2, data: Buffer.concat([run(ROWS, 1), ids]) })],
    ['a dictionary', text(dictionary, { values: ROWS, encoding: 8, data: Buffer.concat([Buffer.of(1), run(ROWS, 0)]) })],
    ['nulls among places in a dictionary', optional(dictionary, { values: ROWS, encoding: 8, data: Buffer.concat([Buffer.of(4, 0, 0, 0), run(3, 0), run(1, 1), Buffer.of(1), run(1, 0)]) })],
    ['packed pages', { ...text({ values: ROWS, unpackedBytes: ids.length, data: gzipSync(ids) }), codec: 2 }],
    ['several pages', text({ values: 1, data: plainTexts(['x']) }, { values: 3, data: plainTexts(['x', 'y', 'z']) })],
  ];
  for (const [what, column] of WELL) {
    it(`are read with ${what}`, async () => {
      const report = (await open([id, correct, column])).report();
      assert.deepEqual(report.promptTable.map((row) => [row.id, row.n, row.c]), [['a', 2, 1], ['b', 2, 1]]);
      assert.deepEqual([report.source.malformedCount, report.source.files[0].format], [0, 'generic']);
    });
  }

  const deep = (depth: number): ParquetLies => ({ schema: { list: Array.from({ length: depth }, (_, at) => [[4, `s${at}`], [5, 1]] as const) } });
  /** A list that says it has 30 million lists, the first of which says so, too, … */
  let listInList: Buffer = Buffer.of(0);
  for (let depth = 0; depth < 20; depth++) listInList = Buffer.concat([Buffer.of(0xf9, 0x80, 0x87, 0xa7, 0x0e), listInList]);

  const FORGED: readonly [what: string, columns: readonly ParquetColumn[], lies: ParquetLies, sentence: RegExp][] = [
    ['a page of a milliard values', [id, correct, text({ values: MILLIARD, data: ids })], {}, /a page says that it has 1000000000 values, more than the 16777216 that are read of one/],
    ['a page of fewer than no values', [id, correct, text({ values: -5, data: ids })], {}, /a page says that it has -5 values/],
    ['a page of two gigabytes', [id, correct, { ...text({ values: ROWS, unpackedBytes: 2_000_000_000, data: gzipSync(ids) }), codec: 2 }], {}, /a page says that it has 2000000000 bytes, more than the 536870912 that are given/],
    ['levels that come a milliard times', [id, correct, optional({ values: ROWS, data: Buffer.concat([levels(MILLIARD), ids]) })], {}, /a page of 4 values says that it repeats one 1000000000 times/],
    ['levels of the second version that do', [id, correct, optional({ values: ROWS, levelBytes: 6, data: Buffer.concat([run(MILLIARD, 1), ids]) })], {}, /repeats one 1000000000 times/],
    ['a place in a dictionary that does', [id, correct, text(dictionary, { values: ROWS, encoding: 8, data: Buffer.concat([Buffer.of(1), run(MILLIARD, 0)]) })], {}, /repeats one 1000000000 times/],
    ['places of no bits that do', [id, correct, text(dictionary, { values: ROWS, encoding: 8, levelBytes: 0, data: Buffer.concat([Buffer.of(0), Buffer.of(0xff, 0xff, 0xff, 0xff, 0x0f)]) })], {}, /repeats one \d+ times/],
    ['texts that each repeat the one before', [id, correct, optional({ values: 20_000, encoding: 7, data: Buffer.concat([levels(20_000), deltas(20_000, 0, 50), deltas(20_000, 50, 0), Buffer.alloc(1_000_000, 'x')]) })], {}, /its texts have 10000500000 bytes, more than the 268435456 that are given/],
    ['a million million rows', [id, correct], { rows: 1n << 40n }, /fewer rows than it says, 4 of 1099511627776/],
    ['columns nested ten thousand deep', [id, correct], deep(4000), /nested more than 64 deep/],
    ['columns without number', [id, correct], { schema: { list: Array.from({ length: 6000 }, (_, at) => [[4, `c${at}`]] as const) } }, /6000 columns, more than the 5000/],
    ['more columns than there are', [id, correct], { schema: { list: [[[4, 'schema'], [5, 1_000_000]], [[1, 6], [4, 'prompt_id']]] } }, /do not fit into each other/],
    ['a list of more members than bytes', [id, correct], { schema: { list: [[[4, 'schema']]], size: MILLIARD } }, /speaks of 1000000000 members/],
    ['a way of packing that is unknown', [id, correct], { codec: 3 }, /packed by LZO, which cannot be read/],
  ];
  for (const [what, columns, lies, sentence] of FORGED) {
    it(`that claim ${what} are refused at once, or reported, in little memory`, async () => {
      const before = process.memoryUsage.rss();
      const said = await open(columns, lies).then((opened) => (opened.report().source.notes ?? []).join('\n'), (error: Error) => error.message);
      assert.match(said, sentence);
      assert.ok(process.memoryUsage.rss() - before < 300 << 20);
    });
  }

  it('whose footer holds lists of lists without end are refused', async () => {
    const footer = Buffer.concat([Buffer.of(0x19), listInList]);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(footer.length);
    const path = folder.write('lists.parquet', Buffer.concat([Buffer.from('PAR1'), footer, length, Buffer.from('PAR1')]));
    await assert.rejects(openRun([path], OPTIONS), /lists\.parquet is not readable as Parquet: it speaks of 30000000 members/);
    assert.ok(thrift([]).equals(Buffer.of(0)), 'the writer ends a structure');
  });

  it('that unfold a thousand times are read no further than a gigabyte', async function () {
    this.timeout(60_000);
    const page = Buffer.alloc(128 << 20);
    page.writeUInt32LE(page.length - 4);
    const packed = gzipSync(page, { level: 1 });
    const bomb: ParquetColumn = { ...text(...Array.from({ length: ROWS }, () => ({ values: 1, unpackedBytes: page.length, data: packed }))), codec: 2 };
    const columns = [id, correct, bomb, { ...bomb, name: 'second' }, { ...bomb, name: 'third' }];
    await assert.rejects(open(columns), /unfolds to more than the 1073741824 bytes that are given; write it with smaller row groups/);
  });

  it('cannot make the reader throw anything but a sentence, whatever becomes of a byte', async () => {
    const whole = parquetFile(ROWS, [id, correct, optional({ values: ROWS, data: Buffer.concat([levels(ROWS), ids]) })]);
    const path = folder.path('changed.parquet');
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at]! ^= [1, 0x80, 0x7f][at % 3]!;
      folder.write('changed.parquet', changed);
      const outcome = await openRun([path], OPTIONS).then((opened) => opened.report().source.samples <= ROWS, (error: Error) => error.name === 'InputError');
      assert.ok(outcome, `byte ${at}`);
    }
  });
});
