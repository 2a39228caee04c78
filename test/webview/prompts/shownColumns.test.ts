import assert from 'node:assert/strict';
import { offeredColumns, shownColumns } from '../../../webview/prompts/shownColumns';
import { exampleRun } from '../exampleRun';

const { columns } = exampleRun();
const withCategories = { ...columns, categories: { names: ['algebra'], of: new Int32Array(5) } };
const ids = (shown: readonly { readonly id: string }[]): string[] => shown.map(({ id }) => id);

describe('shownColumns', () => {
  it('are those the table comes with until some are chosen', () => {
    const fresh = ids(shownColumns(columns, null));
    assert.deepEqual(fresh.slice(0, 5), ['id', 'verdicts', 'n', 'c', 'passRate']);
    assert.ok(!fresh.includes('errored') && !fresh.includes('category'));
    assert.ok(ids(shownColumns(withCategories, null)).includes('category'));
  });

  it('are those that were chosen, in their own order, the id always', () => {
    assert.deepEqual(ids(shownColumns(columns, ['flag', 'errored'])), ['id', 'errored', 'flag']);
    assert.deepEqual(ids(shownColumns(columns, [])), ['id']);
  });

  it('leave out what this log cannot have, and what no table has', () => {
    assert.deepEqual(ids(shownColumns(columns, ['category', 'colour', 'weight'])), ['id', 'weight']);
    assert.ok(!ids(offeredColumns(columns)).includes('lengthWrong'));
  });
});
