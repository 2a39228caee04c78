import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SampleTable } from '../../src/logs/sampleTable';
import { readInto } from './readLog';

const ROOT = join(import.meta.dirname, '../../../shared/data');
const LOGS = join(ROOT, 'logs');

interface Published {
  readonly format: string;
  readonly file: string;
  readonly metric: string;
  readonly recomputed: number;
  readonly verdict: string;
}

function published(): Published[] {
  return readFileSync(join(LOGS, 'PUBLISHED.tsv'), 'utf8').trim().split('\n').slice(1).map((line) => {
    const [format, file, metric, , recomputed, , , verdict] = line.split('\t') as string[];
    return { format: format ?? '', file: file ?? '', metric: metric ?? '', recomputed: Number(recomputed), verdict: verdict ?? '' };
  });
}

/** A file, or every file that a name with * stands for, in order, read into one table. */
function tableOf(file: string): SampleTable {
  const folder = join(LOGS, dirname(file));
  const pattern = new RegExp(`^${basename(file).split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
  const table = new SampleTable();
  readdirSync(folder).filter((name) => pattern.test(name)).sort().forEach((name, at) => {
    const reader = readInto(table, at, readFileSync(join(folder, name)), name);
    assert.equal(reader.unrecognised, null);
    assert.equal(reader.malformedCount, 0, JSON.stringify(reader.malformed[0]));
  });
  return table;
}

/** 1 - C(n-c, k) / C(n, k), as a product; c choose k over n choose k when all k must pass. */
function estimate(n: number, c: number, k: number, all: boolean): number {
  let share = 1;
  for (let at = 0; at < k; at++) share *= ((all ? c : n - c) - at) / (n - at);
  return all ? share : 1 - share;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function metricOf(table: SampleTable, metric: string, errored: 'drop' | 'wrong'): number {
  const { columns } = table.promptColumns(table.runs()[0] ?? '', errored);
  const passAt = /^pass([@^])(\d)/.exec(metric);
  if (metric === 'avg_reward') return mean(Array.from({ length: table.sampleCount }, (_, sample) => table.scoreOf(sample)));
  if (metric === 'resolved_instances') return columns.c.reduce((sum, c) => sum + c, 0);
  const k = Number(passAt?.[2] ?? 1);
  const value = mean([...columns.n].map((n, row) => estimate(n, columns.c[row] ?? 0, k, passAt?.[1] === '^')));
  return metric.includes('%') ? value * 100 : value;
}

/** Containers that the log reader does not open itself. */
const ELSEWHERE = ['inspect .eval', 'lighteval parquet'];

if (existsSync(LOGS)) {
  describe('published numbers of real logs', () => {
    for (const { format, file, metric, recomputed, verdict } of published()) {
      if (ELSEWHERE.includes(format)) continue;
      it(`${metric} of ${format} ${basename(dirname(file))}/${basename(file)} is ${recomputed}${verdict === 'DIFF' ? ', though its authors say otherwise' : ''}`, () => {
        const table = tableOf(file);
        assert.ok(Math.abs(metricOf(table, metric, 'wrong') - recomputed) < 6e-7, `got ${metricOf(table, metric, 'wrong')}`);
      });
    }
  });

  describe('logs of the project', () => {
    it('the golden log has two runs and the score vectors of one', () => {
      const table = tableOf('../golden/golden_log.jsonl');
      assert.deepEqual(table.runs(), ['before', 'after']);
      assert.deepEqual([table.sampleCount, table.gradientCount], [384, 192]);
      assert.ok(Math.abs(metricOf(table, 'pass@1', 'drop') - 0.588541666667) < 1e-12);
    });

    it('judges of answers are right in 22 of 48 cases; NeMo-Skills\' 43.75 % is 21, as it did not yet read "**Judgement:** Yes" in bold', () => {
      const table = tableOf('nemo-skills/NVIDIA+NeMo-Skills/tests/data/eval_outputs/eval-results/answer-judge/output-rs*.jsonl-test');
      assert.ok(Math.abs(metricOf(table, 'pass@1 (%)', 'wrong') - (100 * 22) / 48) < 1e-9);
      assert.ok(Math.abs(metricOf(table, 'pass@2 (%)', 'wrong') - 56.94444444444444) < 1e-9);
    });

    it('the transformer log has 125 prompts of 64 samples in one run, whatever its constant step', () => {
      const table = tableOf('../tiny-transformer/step000.jsonl');
      assert.deepEqual(table.runs(), ['0']);
      const { columns } = table.promptColumns('0', 'drop');
      assert.deepEqual([columns.id.length, Math.min(...columns.n), Math.max(...columns.n)], [125, 64, 64]);
      // Counted by grep.
      const text = readFileSync(join(ROOT, 'tiny-transformer/step000.jsonl'), 'utf8');
      assert.equal(columns.c.reduce((sum, c) => sum + c, 0), text.split('"correct": true').length - 1);
    });
  });
}
