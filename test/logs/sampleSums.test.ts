import assert from 'node:assert/strict';
import { deserialize, serialize } from 'node:v8';
import { emptyDraft } from '../../src/logs/emptyDraft';
import type { SampleDraft } from '../../src/logs/recordSink';
import { SampleTable } from '../../src/logs/sampleTable';
import type { SavedTable } from '../../src/logs/savedTable';
import { seededRandom } from '../bench/seededRandom';

interface Sample {
  readonly prompt: number;
  readonly sample: number;
  readonly verdict: 'wrong' | 'correct' | 'errored';
  readonly length: number;
}

function draft({ prompt, sample, verdict, length }: Sample): SampleDraft {
  return {
    ...emptyDraft(), promptId: `p${prompt}`, sampleIndex: sample, verdict, score: verdict === 'correct' ? 1 : 0, length, lengthUnit: 'tokens',
  };
}

/** Per prompt: verdicts, mean length of the correct and of the wrong, and the samples; the first of each number counts. */
function truth(samples: readonly Sample[], prompts: number): unknown {
  return Array.from({ length: prompts }, (_, prompt) => {
    const met = new Set<number>();
    const ordinals = samples.flatMap((each, ordinal) => {
      if (each.prompt !== prompt || met.has(each.sample)) return [];
      if (each.sample >= 0) met.add(each.sample);
      return [ordinal];
    });
    const of = (verdict: string) => ordinals.filter((ordinal) => samples[ordinal]?.verdict === verdict);
    const mean = (verdict: string) => {
      const lengths = of(verdict).map((ordinal) => samples[ordinal]?.length ?? NaN).filter((length) => !Number.isNaN(length));
      return String(lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
    };
    return [of('wrong').length, of('correct').length, of('errored').length, mean('correct'), mean('wrong'), ordinals];
  });
}

function told(table: SampleTable): unknown {
  const { columns: { n, c, errored }, rows } = table.promptColumns('', 'drop');
  const means = table.lengthMeans(rows, n.length);
  return Array.from(n, (count, row) => [count - (c[row] ?? 0), c[row], errored?.[row], String(means?.correct[row]), String(means?.wrong[row]), [...table.samplesOf('', row)]]);
}

describe('what follows from the samples of a table', () => {
  for (const [name, hasDuplicates] of [['whose numbers ascend', false], ['with numbers that come twice, late', true]] as const) {
    it(`keeps up with one ${name}, saved and restored on the way`, () => {
      const random = seededRandom(17);
      for (let round = 0; round < 60; round++) {
        let table = new SampleTable();
        const samples: Sample[] = [];
        const next: number[] = [];
        for (let part = 0; part < 5; part++) {
          for (let count = Math.floor(random() * 40); count >= 0; count--) {
            const prompt = Math.min(Math.floor(random() * 4 * (part + 1)), next.length);
            next[prompt] ??= 0;
            const isTwice = hasDuplicates && part >= 2 && random() < 0.2;
            const sample = random() < 0.1 ? -1 : isTwice ? Math.floor(random() * next[prompt]) : next[prompt]++;
            const verdict = random() < 0.4 ? 'wrong' : random() < 0.8 ? 'correct' : 'errored';
            samples.push({ prompt, sample, verdict, length: samples.length > 0 && random() < 0.2 ? NaN : Math.floor(random() * 1000) });
            table.recordAt(0, samples.length * 10, samples.length);
            table.sample(draft(samples[samples.length - 1] as Sample));
          }
          if (random() < 0.5) assert.deepEqual(told(table), truth(samples, next.length));
          if (random() < 0.5) {
            const before = table;
            table = new SampleTable(deserialize(serialize(before.save())) as SavedTable);
            assert.deepEqual(told(table), truth(samples, next.length), 'restored');
            assert.equal(table.duplicates, before.duplicates);
          }
        }
        assert.deepEqual(told(table), truth(samples, next.length));
      }
    });
  }

  it('is not worked out anew in a table that is restored', () => {
    const table = new SampleTable();
    for (let sample = 0; sample < 10; sample++) table.sample(draft({ prompt: sample % 2, sample, verdict: 'wrong', length: 5 }));
    const before = told(table);
    const saved = deserialize(serialize(table.save())) as SavedTable;
    for (const { prompt } of saved.columns.blocks) prompt.fill(1);
    assert.deepEqual(told(new SampleTable(saved)), before);
  });

  it('does not change what was saved of it', () => {
    const table = new SampleTable();
    const add = (to: SampleTable) => to.sample(draft({ prompt: 0, sample: 7, verdict: 'correct', length: 9 }));
    add(table);
    told(table);
    const { sums } = table.save();
    const copy = structuredClone(sums);
    table.sample(draft({ prompt: 0, sample: 8, verdict: 'correct', length: 11 }));
    told(table);
    assert.deepEqual(sums, copy);
  });
});
