import assert from 'node:assert/strict';
import { flagLog, flagStates } from '../../src/flags/flagLog';

const line = (id: string, flag: string | null, more: object = {}): string => JSON.stringify({ prompt_id: id, flag, ...more });

describe('flagLog', () => {
  it('reads every event in the order of the file', () => {
    const { events, skipped } = flagLog(`${line('b', 'hard')}\n${line('a', null)}\n`);
    assert.deepEqual(events.map(({ prompt_id: id, flag }) => [id, flag]), [['b', 'hard'], ['a', null]]);
    assert.deepEqual(skipped, []);
  });

  it('keeps what an event remembers', () => {
    const event = { prompt_id: 'a', run: 'r.jsonl', flag: 'hard', note: 'why', k: 4, weight: 0.5, agreement: -2, at: '2026-01-02T03:04:05.000Z' };
    assert.deepEqual(flagLog(JSON.stringify(event)).events, [event]);
  });

  it('reads an event written by hand, with only an id and a flag', () => {
    assert.deepEqual(flagLog(line('a', 'hard')).events, [
      { prompt_id: 'a', run: null, flag: 'hard', note: '', k: null, weight: null, agreement: null, at: '' },
    ]);
  });

  it('does not take text for a number', () => {
    const [event] = flagLog(line('a', 'hard', { k: '8', weight: 'heavy', agreement: true, run: 7, note: 8 })).events;
    assert.deepEqual([event?.k, event?.weight, event?.agreement, event?.run, event?.note], [null, null, null, null, '']);
  });

  for (const [name, text] of [
    ['blank lines', `\n\n${line('a', 'hard')}\n   \n`],
    ['CRLF line ends', `${line('a', 'hard')}\r\n`],
    ['a byte order mark', `\uFEFF${line('a', 'hard')}\n`],
    ['no newline at the end', line('a', 'hard')],
  ] as const) {
    it(`reads a file with ${name}`, () => {
      const { events, skipped } = flagLog(text);
      assert.deepEqual(events.map(({ prompt_id: id }) => id), ['a']);
      assert.deepEqual(skipped, []);
    });
  }

  for (const [name, broken] of [
    ['half-written', '{"prompt_id":"x","fla'],
    ['not JSON', 'hello'],
    ['an array', '["x","hard"]'],
    ['null', 'null'],
    ['a number', '7'],
    ['without an id', '{"flag":"hard"}'],
    ['with a number for an id', '{"prompt_id":7,"flag":"hard"}'],
    ['without a flag', '{"prompt_id":"x"}'],
    ['with an empty flag', '{"prompt_id":"x","flag":""}'],
    ['that only inherits its fields', '{"__proto__":{"prompt_id":"x","flag":"hard"}}'],
  ] as const) {
    it(`skips a line that is ${name}, names it, and reads the rest`, () => {
      const { events, skipped } = flagLog(`${line('a', 'hard')}\n${broken}\n${line('b', 'hard')}\n`);
      assert.deepEqual(events.map(({ prompt_id: id }) => id), ['a', 'b']);
      assert.deepEqual(skipped.map(({ line: number }) => number), [2]);
      assert.notEqual(skipped[0]?.reason, '');
    });
  }

  it('keeps the events on both sides of a git conflict and reports its markers', () => {
    const text = ['<<<<<<< HEAD', line('a', 'hard'), '||||||| base', '=======', line('b', 'hard'), '>>>>>>> theirs', line('c', 'hard')].join('\n');
    const { events, skipped } = flagLog(text);
    assert.deepEqual(events.map(({ prompt_id: id }) => id), ['a', 'b', 'c']);
    assert.deepEqual(skipped, [1, 3, 4, 6].map((number) => ({ line: number, reason: 'a git conflict marker' })));
  });

  it('finds the event that was glued to a half-written one', () => {
    const { events, skipped } = flagLog(`{"prompt_id":"torn","note":"{\\"prompt_id\\":${line('whole', 'hard')}\n`);
    assert.deepEqual(events.map(({ prompt_id: id }) => id), ['whole']);
    assert.deepEqual(skipped.map(({ line: number }) => number), [1]);
  });

  it('does not take an event out of a note', () => {
    const { events } = flagLog(`${line('a', 'hard', { note: line('b', 'hard') })}\n`);
    assert.deepEqual(events.map(({ prompt_id: id }) => id), ['a']);
  });
});

describe('flagStates', () => {
  const states = (...lines: string[]): [string, string][] => flagStates(flagLog(lines.join('\n')).events).map(({ prompt_id: id, flag }) => [id, flag]);

  it('lets the last event of a prompt win', () => {
    assert.deepEqual(states(line('a', 'hard'), line('b', 'hard'), line('a', 'bad-verifier')), [['b', 'hard'], ['a', 'bad-verifier']]);
  });

  it('takes a flag off when the last event is null, and on again after it', () => {
    assert.deepEqual(states(line('a', 'hard'), line('a', null)), []);
    assert.deepEqual(states(line('a', 'hard'), line('a', null), line('a', 'hard')), [['a', 'hard']]);
  });

  it('takes off what was never on', () => {
    assert.deepEqual(states(line('a', null)), []);
  });

  it('tells apart ids that objects would mix up', () => {
    assert.deepEqual(states(line('__proto__', 'hard'), line('constructor', 'hard'), line('1', 'hard'), line('01', 'hard')), [
      ['__proto__', 'hard'],
      ['constructor', 'hard'],
      ['1', 'hard'],
      ['01', 'hard'],
    ]);
  });
});
