import assert from 'node:assert/strict';
import type { PromptRow } from '../../../src/core/reportShape';
import { parseFilter } from '../../../src/core/filter/parseFilter';
import { KeptOrder, promptOrder } from '../../../webview/prompts/promptOrder';
import { defaultSort, tableColumns, type TableColumn, type TableSource } from '../../../webview/prompts/tableColumns';
import { exampleReport } from '../exampleReport';
import { exampleRun } from '../exampleRun';

const { promptTable: rows } = exampleReport(2);
const { columns, verdicts } = exampleRun();
const sourceOf = (table: readonly PromptRow[]): TableSource => ({ rows: table, columns, verdicts });

function ids(column: TableColumn, descending: boolean): string[] {
  return Array.from(promptOrder(sourceOf(rows), null, [{ column, descending }]), (prompt) => rows[prompt].id);
}

describe('promptOrder', () => {
  it('puts the hardest first by default', () => {
    assert.deepEqual(ids(defaultSort.column, defaultSort.descending), ['unsolved', 'hard', 'middle', 'easy', 'saturated']);
  });

  it('puts unknown last in both directions', () => {
    assert.deepEqual(ids('agreement', false), ['hard', 'easy', 'middle', 'unsolved', 'saturated']);
    assert.deepEqual(ids('agreement', true), ['middle', 'easy', 'hard', 'unsolved', 'saturated']);
    assert.deepEqual(ids('flag', true)[0], 'hard');
    assert.deepEqual(ids('flag', false)[0], 'hard');
  });

  it('keeps the order of the log among equals', () => assert.deepEqual(ids('n', true), ['unsolved', 'hard', 'middle', 'easy', 'saturated']));

  it('sorts numbers inside ids as numbers', () => {
    const named = ['q10', 'q9', 'q1'].map((id): PromptRow => ({ ...rows[0], id }));
    assert.deepEqual(Array.from(promptOrder(sourceOf(named), null, [{ column: 'id', descending: false }])), [2, 1, 0]);
  });

  it('sorts by every column as a plain comparison would, and leaves the rows as they were', () => {
    const before = JSON.stringify(rows);
    for (const { id, number, text } of tableColumns) {
      const order = promptOrder(sourceOf(rows), null, [{ column: id, descending: false }]);
      const keys = Array.from(order, (prompt) => (number === undefined ? text(rows[prompt], prompt, sourceOf(rows)) : number(rows[prompt], prompt, sourceOf(rows)))).filter((value) => value !== null && value !== '');
      for (let at = 1; at < keys.length; at++) {
        const [left, right] = [keys[at - 1]!, keys[at]!];
        const sorted = typeof left === 'number' ? left <= Number(right) : left.localeCompare(String(right), 'en', { numeric: true }) <= 0;
        assert.ok(sorted, `${id}: ${left} before ${right}`);
      }
    }
    assert.equal(JSON.stringify(rows), before);
  });

  it('shows only what passes', () => {
    const filter = parseFilter('group:hard');
    assert.ok(filter.ok);
    assert.deepEqual(Array.from(promptOrder(sourceOf(rows), filter.matches, [defaultSort])), [0, 1]);
  });
});

describe('several sorts', () => {
  const order = (...sorts: [TableColumn, boolean][]): string[] => Array.from(promptOrder(sourceOf(rows), null, sorts.map(([column, descending]) => ({ column, descending }))), (prompt) => rows[prompt].id);

  it('go by the first, then by the second where the first is alike', () => {
    assert.deepEqual(order(['group', false], ['passRate', true]), ['hard', 'unsolved', 'middle', 'saturated', 'easy']);
    assert.deepEqual(order(['group', true], ['passRate', false]), ['easy', 'saturated', 'middle', 'unsolved', 'hard']);
    assert.deepEqual(order(['n', true], ['state', true], ['id', true]), ['saturated', 'middle', 'hard', 'easy', 'unsolved']);
  });

  it('put what is soonest correct first, and what never was last', () => assert.deepEqual(order(['verdicts', false])[0], 'hard'));
});

describe('KeptOrder', () => {
  it('sorts as promptOrder does through a row of changes of k, sort and filter', () => {
    const kept = new KeptOrder();
    const heavy = parseFilter('weight>1');
    assert.ok(heavy.ok);
    for (const k of [1, 2, 4, 16]) {
      const { promptTable } = exampleReport(k);
      for (const matches of [null, heavy.matches]) {
        for (const descending of [true, false]) {
          for (const column of ['weight', 'passRate', 'id'] as const) {
            const sort = [{ column, descending }];
            assert.deepEqual(kept.update(sourceOf(promptTable), matches, sort), promptOrder(sourceOf(promptTable), matches, sort), `${k} ${column} ${descending}`);
          }
        }
      }
    }
  });

  it('hands out the same order while nothing that it rests on has changed', () => {
    const kept = new KeptOrder();
    const first = kept.update(sourceOf(exampleReport(2).promptTable), null, [defaultSort]);
    assert.equal(kept.update(sourceOf(exampleReport(4).promptTable), null, [defaultSort]), first);
    assert.notEqual(kept.update(sourceOf(exampleReport(4).promptTable), null, [{ ...defaultSort, descending: true }]), first);
  });
});
