import assert from 'node:assert/strict';
import { lineRows } from '../../src/worker/lineRows';
import { openRun } from '../../src/worker/openRun';
import { temporaryFolder } from './temporaryFolder';

const options = { k: 2, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop' } as const;
const sample = (id: string, correct: boolean, more: object = {}): string => JSON.stringify({ prompt_id: id, correct, ...more });

describe('lineRows', () => {
  const folder = temporaryFolder();

  /** The prompt of each line, by name; null where there is none. */
  async function named(name: string, content: string | Uint8Array, run?: string): Promise<(string | null)[]> {
    const open = await openRun([folder.write(name, content)], { ...options, ...(run !== undefined && { run }) });
    const { columns, source } = open.snapshot();
    const rows = await lineRows(open.logs, source.run ?? open.logs.table.runs()[0], columns.id, 0);
    return Array.from(rows, (row) => (row < 0 ? null : columns.id[row]));
  }

  it('names the prompt of every line, whatever the order of samples', async () => {
    assert.deepEqual(await named('order.jsonl', [sample('b', true), sample('a', false), sample('b', false), sample('a', true)].join('\n')), ['b', 'a', 'b', 'a']);
  });

  it('passes over blank and broken lines, and keeps the numbers of those after them', async () => {
    const text = [sample('a', true), '', '{"prompt_id": "a", "correct"', sample('b', false), ''].join('\r\n');
    assert.deepEqual(await named('broken.jsonl', text), ['a', null, null, 'b']);
  });

  it('knows lines that count a prompt’s samples, too', async () => {
    assert.deepEqual(await named('counts.jsonl', '{"id":"x","n":8,"c":2}\n{"id":"y","n":8,"c":8}\n'), ['x', 'y']);
  });

  it('names a list of samples in one line once', async () => {
    assert.deepEqual(await named('lists.jsonl', '{"id":"x","score":[true,false]}\n{"id":"y","score":[true,true]}\n'), ['x', 'y']);
  });

  it('leaves out the lines of other runs of the log', async () => {
    const text = [sample('a', true, { checkpoint: 's1' }), sample('a', false, { checkpoint: 's2' }), sample('b', true, { checkpoint: 's2' })].join('\n');
    assert.deepEqual(await named('runs.jsonl', text, 's2'), [null, 'a', 'b']);
  });

  it('gives nothing for a file that the run does not have', async () => {
    const open = await openRun([folder.write('one.jsonl', sample('a', true))], options);
    assert.deepEqual([...(await lineRows(open.logs, '', ['a'], 3))], []);
  });
});
