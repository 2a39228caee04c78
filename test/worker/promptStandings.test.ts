import assert from 'node:assert/strict';
import type { PromptStanding } from '../../src/protocol/exporting';
import { openRun, type OpenOptions, type OpenRun } from '../../src/worker/openRun';
import { conflictLog, lines, safetensors } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';

const OPTIONS: OpenOptions = { k: 4, hardBelow: 0.2, easyAbove: 0.6, errored: 'drop' };

describe('promptStandings', () => {
  const folder = temporaryFolder();

  async function standings(run: OpenRun, ids: readonly string[]): Promise<readonly PromptStanding[]> {
    const answer = await run.export({ kind: 'standings', ids }, new AbortController().signal);
    assert.ok(answer.kind === 'standings');
    return answer.standings;
  }

  it('says of each prompt that the run has what the report says of it', async () => {
    const log = conflictLog();
    folder.write('run.grads.safetensors', safetensors('score_grad', log.vectors));
    const run = await openRun([folder.write('run.jsonl', lines(log.records))], OPTIONS);
    const table = new Map(run.report().promptTable.map((row) => [row.id, row]));
    const found = await standings(run, ['p7', 'p0', 'nobody']);
    assert.deepEqual(found.map(({ id }) => id), ['p0', 'p7']);
    for (const { id, agreement, interference, group } of found) assert.deepEqual([agreement, interference, group], [table.get(id)?.agreement, table.get(id)?.interference, table.get(id)?.group]);
  });

  it('has another digest for another text, the same for the same, and none where there is no text', async () => {
    const open = (name: string, prompt: string | undefined) => openRun([folder.write(name, lines([{ prompt_id: 'a', prompt, correct: true }, { prompt_id: 'a', prompt, correct: false }]))], OPTIONS);
    const digest = async (name: string, prompt: string | undefined) => (await standings(await open(name, prompt), ['a']))[0].textDigest;
    const first = await digest('1.jsonl', 'What is 2 + 2?');
    assert.match(first ?? '', /^[0-9a-f]{16}$/);
    assert.equal(await digest('2.jsonl', 'What is 2 + 2?'), first);
    assert.notEqual(await digest('3.jsonl', 'What is 2 + 3?'), first);
    assert.equal(await digest('4.jsonl', undefined), null);
  });
});
