import assert from 'node:assert/strict';
import { nextSort } from '../../../webview/prompts/nextSort';
import type { Sort, TableColumn } from '../../../webview/prompts/tableColumns';

const sorts = (...each: string[]): Sort[] => each.map((one) => ({ column: one.slice(1) as TableColumn, descending: one.startsWith('-') }));
const words = (found: readonly Sort[]): string[] => found.map(({ column, descending }) => `${descending ? '-' : '+'}${column}`);

describe('nextSort', () => {
  const cases: readonly (readonly [before: string[], press: TableColumn, more: boolean, after: string[]])[] = [
    [['+passRate'], 'weight', false, ['-weight']],
    [['-weight'], 'weight', false, ['+weight']],
    [['+passRate', '-weight'], 'passRate', false, ['-passRate']],
    [['+passRate', '-weight'], 'weight', false, ['-weight']],
    [['+group'], 'weight', true, ['+group', '-weight']],
    [['+group', '-weight'], 'weight', true, ['+group', '+weight']],
    [['+group', '+weight'], 'weight', true, ['+group']],
    [['+group', '-weight'], 'group', true, ['-group', '-weight']],
    [['-group', '-weight'], 'group', true, ['-weight']],
    [['-group'], 'group', true, ['+group']],
    [['+group', '+state', '+n', '+id'], 'c', true, ['+group', '+state', '+n', '+id']],
  ];
  for (const [before, press, more, after] of cases) {
    it(`${before.join(' ')}, ${more ? 'Shift and ' : ''}${press}: ${after.join(' ')}`, () => assert.deepEqual(words(nextSort(sorts(...before), press, more)), after));
  }
});
