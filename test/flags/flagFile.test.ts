import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlagEvent } from '../../src/flags/flagEvent';
import { FlagFile } from '../../src/flags/flagFile';
import { flagStates } from '../../src/flags/flagLog';

const WRITERS = 4;
const EVENTS_EACH = 250;

function event(id: string, flag: string | null = 'negative-interference', note = ''): FlagEvent {
  return { prompt_id: id, run: 'logs/step000.jsonl', flag, note, k: 8, weight: 3.25, agreement: -0.5, at: '2026-03-01T12:00:00.000Z' };
}

describe('FlagFile', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'passk-flags-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says nothing where there is no file, and makes none by reading', async () => {
    const file = FlagFile.inFolder(folder);
    assert.deepEqual(await file.read(), { events: [], skipped: [] });
    assert.equal(existsSync(join(folder, '.passk')), false);
  });

  it('makes the folder and writes one event a line', async () => {
    await FlagFile.inFolder(folder).append([event('a'), event('b')]);
    const text = readFileSync(join(folder, '.passk', 'flags.jsonl'), 'utf8');
    assert.deepEqual(text.split('\n').slice(0, 2).map((line) => JSON.parse(line)), [event('a'), event('b')]);
    assert.ok(text.endsWith('}\n'));
    assert.equal(text.split('\n').length, 3);
  });

  it('writes the fields in one order, whatever order they come in', async () => {
    const { prompt_id, at, ...rest } = event('a');
    const path = join(folder, 'flags.jsonl');
    await new FlagFile(path).append([{ at, ...rest, prompt_id }]);
    assert.deepEqual(Object.keys(JSON.parse(readFileSync(path, 'utf8'))), ['prompt_id', 'run', 'flag', 'note', 'k', 'weight', 'agreement', 'at']);
  });

  it('writes nothing for no events', async () => {
    await FlagFile.inFolder(folder).append([]);
    assert.equal(existsSync(join(folder, '.passk')), false);
  });

  it('gives back every id and note as it was given', async () => {
    const ids = ['__proto__', 'constructor', '', ' ', '🧮 = 7', 'two\nlines\r\nand a tab\t', '"quoted"', '\u2028', '\uD800', 'x'.repeat(10_000)];
    const file = FlagFile.inFolder(folder);
    for (const id of ids) await file.append([event(id, 'hard', id)]);
    const { events, skipped } = await file.read();
    assert.deepEqual(skipped, []);
    assert.deepEqual(flagStates(events).map(({ prompt_id: id, note }) => [id, note]), ids.map((id) => [id, id]));
  });

  it('starts a new line after a line that was left open', async () => {
    const path = join(folder, 'flags.jsonl');
    writeFileSync(path, JSON.stringify(event('first')));
    const file = new FlagFile(path);
    await file.append([event('second')]);
    const { events, skipped } = await file.read();
    assert.deepEqual(events.map(({ prompt_id: id }) => id), ['first', 'second']);
    assert.deepEqual(skipped, []);
  });

  it('loses only the event that was half-written', async () => {
    const path = join(folder, 'flags.jsonl');
    const file = new FlagFile(path);
    await file.append([event('before')]);
    appendFileSync(path, JSON.stringify(event('torn')).slice(0, 40));
    await file.append([event('after')]);
    const { events, skipped } = await file.read();
    assert.deepEqual(events.map(({ prompt_id: id }) => id), ['before', 'after']);
    assert.deepEqual(skipped.map(({ line }) => line), [2]);
  });

  it('never changes what is there', async () => {
    const path = join(folder, 'flags.jsonl');
    const before = 'somebody’s own line\r\n{"half';
    writeFileSync(path, before);
    await new FlagFile(path).append([event('a')]);
    assert.ok(readFileSync(path, 'utf8').startsWith(`${before}\n{`));
  });

  it('throws the file system’s error where it cannot write', async () => {
    writeFileSync(join(folder, '.passk'), 'a file where the folder should be');
    await assert.rejects(FlagFile.inFolder(folder).append([event('a')]), { code: 'EEXIST' });
  });

  it(`loses none of ${WRITERS * EVENTS_EACH} events that four processes append at once`, async () => {
    const path = join(folder, '.passk', 'flags.jsonl');
    const script = join(import.meta.dirname, 'appendFlags.ts');
    const writers = Array.from({ length: WRITERS }, (_, writer) =>
      spawn(process.execPath, ['--import', 'tsx', script, path, String(writer), String(EVENTS_EACH)], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    await Promise.all(writers.map((writer) => once(writer.stdout, 'data')));
    for (const writer of writers) writer.stdin.end('go\n');
    const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0] as number));
    assert.deepEqual(codes, [0, 0, 0, 0]);

    const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line !== '');
    const ids = lines.map((line) => String(JSON.parse(line).prompt_id));
    assert.equal(ids.length, WRITERS * EVENTS_EACH);
    for (let writer = 0; writer < WRITERS; writer++) {
      const own = ids.filter((id) => id.startsWith(`${writer}/`));
      assert.deepEqual(own, Array.from({ length: EVENTS_EACH }, (_, i) => `${writer}/${i}`));
    }
    const changes = ids.filter((id, i) => i > 0 && id.split('/')[0] !== ids[i - 1]?.split('/')[0]).length;
    assert.ok(changes > WRITERS, `the writers took turns ${changes} times: they did not run at once`);
  });
});
