import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { gradientPopulation } from '../../src/core/interference/gradientPopulation';
import { GradientSpread } from '../../src/core/interference/gradientSpread';
import { GradientSums } from '../../src/core/interference/gradientSums';
import { promptProducts } from '../../src/core/interference/promptProducts';
import { sampledGradientColumns } from '../../src/core/interference/sampledGradientColumns';
import type { GradientColumns } from '../../src/core/promptColumns';
import type { FloatType } from '../../src/logs/gradients/gradientLayout';
import { FedPasses } from '../../src/worker/fedPasses';
import { RowPasses } from '../../src/worker/rowPasses';
import type { SidecarRows } from '../../src/worker/sidecarRows';
import type { VectorPasses } from '../../src/worker/vectorPasses';
import { temporaryFolder } from './temporaryFolder';
import { eachOf, vectorRows, type VectorRows } from './vectorRows';

const SCRIPT = resolve('out/test/rowThread.js');
const TYPES: readonly FloatType[] = ['F16', 'BF16', 'F32', 'F64'];

describe('RowPasses', () => {
  const folder = temporaryFolder();
  before(() => {
    buildSync({ entryPoints: ['src/worker/scanThread.ts'], bundle: true, platform: 'node', format: 'cjs', outfile: SCRIPT });
  });

  /** Two files, of which the second begins in the middle of a prompt. */
  function sidecars(made: VectorRows, type: FloatType, more: Partial<SidecarRows> = {}): SidecarRows {
    const cut = Math.floor(made.vectors.length / 3) + 1;
    const file = (from: number, to: number) => {
      const bytes = Buffer.concat([Buffer.alloc(5), ...made.vectors.slice(from, to).map((vector) => encoded(vector, type))]);
      const layout = { tensor: 'score_grad', rows: to - from, dimension: made.vectors[0].length, type, offset: 5, projection: null, promptIds: null } as const;
      return { sidecar: { path: folder.write(`${type}-${from}.bin`, bytes), bytes: bytes.length - 5, layout }, firstSample: from };
    };
    return { files: [file(0, cut), file(cut, made.vectors.length)], samples: made.slots.length, slotOf: (sample) => made.slots[sample], each: eachOf(made), threads: 1, notes: [], ...more };
  }

  for (const order of ['by prompt', 'by turns'] as const) {
    for (const type of TYPES) {
      it(`adds rows of ${type}, ${order}, to what adding them one by one gives, to the last bit`, async () => {
        for (const dimension of [1, 7, 8, 13, 64]) {
          const made = vectorRows(19, 6, dimension, order);
          const { sums } = await passed(rowPasses(sidecars(made, type)), made);
          const expected = new GradientSums(dimension);
          await eachOf(made)((row, correct, vector) => void expected.add(row, correct, vector));
          for (const prompt of made.n.keys()) {
            assert.deepEqual([sums.correctCount(prompt), sums.wrongCount(prompt)], [expected.correctCount(prompt), expected.wrongCount(prompt)]);
            assert.deepEqual(numbers(sums.sumCorrect(prompt)), numbers(expected.sumCorrect(prompt)));
            assert.deepEqual(numbers(sums.sumWrong(prompt)), numbers(expected.sumWrong(prompt)));
            near(sums.squaresCorrect(prompt), expected.squaresCorrect(prompt), 1e-14);
            near(sums.squaresWrong(prompt), expected.squaresWrong(prompt), 1e-14);
          }
        }
      });
    }

    it(`gives the errors that projecting one by one in doubles gives, to six digits, ${order}`, async () => {
      // Above 400 prompts the noise of the others is left out, below it is not.
      for (const [prompts, dimension] of [[30, 64], [450, 21]] as const) {
        const made = vectorRows(prompts, 9, dimension, order);
        const { columns } = await passed(rowPasses(sidecars(made, 'F32')), made);
        same(columns, await plainColumns(made), 2e-6);
      }
    });

    it(`depends on no number of threads, to the last bit, ${order}`, async () => {
      const made = vectorRows(70, 8, 33, order);
      const one = await passed(rowPasses(sidecars(made, 'F64')), made);
      const three = await passed(rowPasses(sidecars(made, 'F64', { threads: 3, threadScript: SCRIPT })), made);
      assert.deepEqual(three.columns, one.columns);
    });
  }

  it('does all by itself where the other threads cannot be had', async () => {
    const made = vectorRows(70, 8, 33, 'by prompt');
    const script = folder.write('dies.js', 'require("node:worker_threads").parentPort.once("message", () => { throw new Error("no memory"); });');
    const alone = await passed(rowPasses(sidecars(made, 'F64', { threads: 2, threadScript: script })), made);
    assert.deepEqual(alone.columns, (await passed(rowPasses(sidecars(made, 'F64')), made)).columns);
  });

  it('leaves out rows with NaN or Infinity wherever they are, and says how many', async () => {
    for (const type of TYPES) {
      const made = vectorRows(12, 8, 21, 'by prompt');
      made.vectors[3][0] = NaN;
      made.vectors[40][20] = -Infinity;
      const rows = sidecars(made, type);
      const { sums, columns } = await passed(rowPasses(rows), made);
      assert.equal(sums.correctCount(0) + sums.wrongCount(0), made.n[0] - 1);
      same(columns, await plainColumns(made), 2e-6);
      assert.deepEqual(rows.notes, rows.files.map(({ sidecar }, at) => `${sidecar.path}: 1 of ${sidecar.layout.rows} rows hold NaN or Infinity (the first is row ${at === 0 ? 3 : 40 - rows.files[1].firstSample}) and are left out.`));
    }
  });

  it('takes a double too large to be squared as GradientSums does: its sample does not count', async () => {
    const made = vectorRows(12, 8, 21, 'by prompt');
    made.vectors[3][20] = 1e200;
    const { sums } = await passed(rowPasses(sidecars(made, 'F64')), made);
    assert.equal(sums.correctCount(0) + sums.wrongCount(0), made.n[0] - 1);
  });

  it('stops when it is told to, and says why', async () => {
    const stop = new AbortController();
    const made = vectorRows(70, 8, 33, 'by prompt');
    stop.abort(new Error('enough'));
    const passes = rowPasses(sidecars(made, 'F16', { signal: stop.signal, threads: 2, threadScript: SCRIPT }));
    await assert.rejects(passes.sums(), { message: 'enough' });
    await passes.dispose();
  });

  it('says which file has become shorter', async () => {
    const made = vectorRows(70, 8, 33, 'by prompt');
    const rows = sidecars(made, 'F16');
    folder.write('F16-0.bin', Buffer.alloc(10));
    await assert.rejects(rowPasses(rows).sums(), { message: `${rows.files[0].sidecar.path} has become shorter while it was read.` });
  });
});

describe('FedPasses', () => {
  it('counts vectors that come one by one as RowPasses counts rows', async () => {
    for (const prompts of [30, 450]) {
      const made = vectorRows(prompts, 9, 21, 'by turns');
      const { columns } = await passed(new FedPasses(eachOf(made), prompts, () => true), made);
      same(columns, await plainColumns(made), 2e-6);
    }
  });

  it('counts few in doubles', async () => {
    const made = vectorRows(30, 9, 21, 'by turns');
    const { columns } = await passed(new FedPasses(eachOf(made), 30, () => false), made);
    same(columns, await plainColumns(made), 0);
  });
});

function rowPasses(rows: SidecarRows): RowPasses {
  const prompts = Array.from({ length: rows.samples }, (_, sample) => rows.slotOf(sample) >> 1);
  const passes = RowPasses.open(rows, Math.max(...prompts) + 1, rows.files[0].sidecar.layout.dimension);
  assert.ok(passes);
  return passes;
}

async function passed(passes: VectorPasses, { n, c }: VectorRows): Promise<{ sums: GradientSums; columns: GradientColumns }> {
  try {
    const sums = await passes.sums();
    assert.ok(sums);
    const population = gradientPopulation(sums, n, c);
    const products = await passes.products(population);
    const spread = new GradientSpread(population, products, passes.makeProjector);
    await passes.spread(spread);
    assert.ok(spread.complete);
    return { sums, columns: sampledGradientColumns(population, spread, 'score_grad', null, products) };
  } finally {
    await passes.dispose();
  }
}

async function plainColumns(made: VectorRows): Promise<GradientColumns> {
  const sums = new GradientSums(made.vectors[0].length);
  await eachOf(made)((row, correct, vector) => void sums.add(row, correct, vector));
  const population = gradientPopulation(sums, made.n, made.c);
  const spread = new GradientSpread(population, promptProducts(population));
  await eachOf(made)((row, correct, vector) => void spread.add(row, correct, vector));
  return sampledGradientColumns(population, spread, 'score_grad', null);
}

/** Errors to a share, all else to 1e-9. */
function same(actual: GradientColumns, expected: GradientColumns, share: number): void {
  const columns = (of: GradientColumns) => [of.agreement, of.curve.innerProduct, of.curve.populationSe, of.curve.populationInnerProduct];
  const errors = (of: GradientColumns) => [of.agreementSe, of.curve.se];
  assert.deepEqual([...actual.curve.k], [...expected.curve.k]);
  assert.ok(expected.agreement.some((value) => !Number.isNaN(value)));
  for (const [of, tolerance] of [[columns, 1e-9], [errors, share]] as const) {
    const largest = (column: Float64Array) => column.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
    of(actual).forEach((column, at) => {
      const other = of(expected)[at];
      assert.equal(column.length, other.length);
      column.forEach((value, place) => { near(value, other[place], tolerance, largest(other)); });
    });
  }
}

function near(actual: number, expected: number, share: number, size = Math.abs(expected)): void {
  if (Number.isNaN(expected)) assert.ok(Number.isNaN(actual));
  else assert.ok(Math.abs(actual - expected) <= share * size, `${actual} is not ${expected}`);
}

function numbers(vector: Float64Array | null): number[] | null {
  return vector && Array.from(vector);
}

/** The bits of values that the type holds exactly, worked out from its definition. */
function encoded(vector: Float64Array, type: FloatType): Buffer {
  if (type === 'F64') return Buffer.from(vector.buffer);
  const singles = Buffer.from(Float32Array.from(vector).buffer);
  if (type === 'F32') return singles;
  if (type === 'BF16') return Buffer.concat(Array.from(vector, (_, j) => singles.subarray(4 * j + 2, 4 * j + 4)));
  return Buffer.from(Uint16Array.from(vector, half).buffer);
}

function half(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  if (Number.isNaN(value)) return 0x7e00;
  const size = Math.abs(value);
  if (size === Infinity) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | (size * 2 ** 24);
  const exponent = Math.floor(Math.log2(size));
  return sign | ((exponent + 15) << 10) | ((size / 2 ** exponent - 1) * 1024);
}
