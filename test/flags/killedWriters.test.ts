import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { FlagFile } from '../../src/flags/flagFile';
import { seededRandom } from '../bench/seededRandom';

const ROUNDS = 8;
const WRITERS = 3;

describe('the flags file, when its writers are killed', function () {
  this.timeout(120_000);
  let folder = '';
  let script = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'passk-killed-'));
    script = join(folder, 'appendForever.cjs');
    // Built, so that a writer is at work within milliseconds and not compiling when it is killed.
    buildSync({ entryPoints: [join(import.meta.dirname, 'appendForever.ts')], bundle: true, platform: 'node', format: 'cjs', outfile: script });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a writer and kills it so many milliseconds after its first event; gives what it said was on the disk. */
  async function killed(path: string, writer: string, afterMs: number): Promise<string[]> {
    const child = spawn(process.execPath, [script, path, writer], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    await once(child.stdout, 'data');
    await pause(afterMs);
    child.kill('SIGKILL');
    await once(child, 'close');
    return said.split('\n').slice(0, -1);
  }

  it(`keeps every event that was written before a kill -9, over ${ROUNDS} rounds of ${WRITERS} writers`, async () => {
    const random = seededRandom(20260301);
    const path = join(folder, '.passk', 'flags.jsonl');
    const safe = new Set<string>();
    let kills = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const before = round === 0 ? '' : readFileSync(path, 'utf8');
      const rounds = await Promise.all(Array.from({ length: WRITERS }, (_, writer) => killed(path, `${round}.${writer}`, random() * 40)));
      kills += WRITERS;
      for (const id of rounds.flat()) safe.add(id);
      assert.ok(readFileSync(path, 'utf8').startsWith(before), 'what was in the file is as it was');

      const { events, skipped } = await new FlagFile(path).read();
      const ids = events.map(({ prompt_id: id }) => id);
      assert.equal(new Set(ids).size, ids.length, 'no event is there twice');
      assert.deepEqual([...safe].filter((id) => !ids.includes(id)), [], 'no event is lost that was on the disk');
      assert.ok(ids.length <= safe.size + kills, 'a kill leaves at most one event that nobody heard of');
      assert.ok(skipped.length <= kills, `${skipped.length} lines are broken by ${kills} kills`);
    }
    assert.ok(safe.size > ROUNDS * WRITERS, `${safe.size} events: the writers were killed before they wrote`);
  });

  it('reads on after a line cut at any of its bytes', async () => {
    const path = join(folder, 'cut.jsonl');
    const file = new FlagFile(path);
    const event = (id: string) => ({ prompt_id: id, run: 'r.jsonl', flag: 'hard', note: 'ünï "q" {"prompt_id":"x"}', k: 8, weight: 1, agreement: -1, at: '2026-01-01T00:00:00.000Z' });
    await file.append([event('torn')]);
    const line = readFileSync(path);
    for (let cut = 1; cut < line.length - 1; cut += 3) {
      const here = join(folder, `cut${cut}.jsonl`);
      const again = new FlagFile(here);
      await again.append([event('before')]);
      appendFileSync(here, line.subarray(0, cut));
      await again.append([event('after')]);
      const { events, skipped } = await again.read();
      assert.deepEqual(events.map(({ prompt_id: id }) => id), ['before', 'after'], `cut at byte ${cut}`);
      assert.deepEqual(skipped.map(({ line: at }) => at), [2], `cut at byte ${cut}`);
      rmSync(here);
    }
  });
});
