import assert from 'node:assert/strict';
import type { FlagEvent } from '../../src/flags/flagEvent';
import { flagStates } from '../../src/flags/flagLog';
import { undoEvents } from '../../src/flags/undoEvents';

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const event = (id: string, flag: string | null, minute: number, more: Partial<FlagEvent> = {}): FlagEvent => ({
  prompt_id: id, run: 'a.jsonl', flag, note: '', k: 8, weight: 2, agreement: -1, at: at(minute), ...more,
});
const states = (events: readonly FlagEvent[]): string[] => flagStates(events).map(({ prompt_id: id, flag }) => `${id}:${flag}`).sort();

describe('undoEvents', () => {
  it('takes back all flags of one act, and nothing else', () => {
    const events = [event('a', 'hard', 1), event('b', 'hard', 2), event('c', 'hard', 2), event('d', 'hard', 2)];
    const undo = undoEvents(events, at(9));
    assert.deepEqual(undo?.act.map(({ prompt_id: id }) => id), ['b', 'c', 'd']);
    assert.deepEqual(states([...events, ...undo.events]), ['a:hard']);
    assert.ok(undo.events.every((each) => each.at === at(9) && each.undoes === at(2) && each.flag === null));
  });

  it('gives back the flag that was there before, with its note and its evidence', () => {
    const first = event('a', 'hard', 1, { note: 'slow', weight: 3, run: 'first.jsonl' });
    const undo = undoEvents([first, event('a', 'bad-verifier', 2)], at(9));
    assert.deepEqual(undo?.events, [{ ...first, at: at(9), undoes: at(2) }]);
  });

  it('flags again what was unflagged', () => {
    const events = [event('a', 'hard', 1), event('a', null, 2)];
    assert.deepEqual(states([...events, ...(undoEvents(events, at(9))?.events ?? [])]), ['a:hard']);
  });

  it('takes back act after act, and stops when none is left', () => {
    let events = [event('a', 'hard', 1), event('b', 'hard', 2), event('a', 'bad-verifier', 3), event('b', null, 4)];
    const seen: string[][] = [states(events)];
    for (let minute = 10; ; minute++) {
      const undo = undoEvents(events, at(minute));
      if (undo === null) break;
      events = [...events, ...undo.events];
      seen.push(states(events));
    }
    assert.deepEqual(seen, [['a:bad-verifier'], ['a:bad-verifier', 'b:hard'], ['a:hard', 'b:hard'], ['a:hard'], []]);
  });

  it('takes back what was done after an undo before what was done earlier', () => {
    const events = [event('a', 'hard', 1), event('b', 'hard', 2)];
    const undone = [...events, ...(undoEvents(events, at(3))?.events ?? []), event('c', 'hard', 4)];
    const undo = undoEvents(undone, at(5));
    assert.deepEqual(undo?.act.map(({ prompt_id: id }) => id), ['c']);
    const again = [...undone, ...undo.events];
    assert.deepEqual(undoEvents(again, at(6))?.act.map(({ prompt_id: id }) => id), ['a']);
  });

  it('writes one event of a prompt that an act names twice', () => {
    const undo = undoEvents([event('a', 'hard', 1), event('a', 'bad-verifier', 1)], at(9));
    assert.deepEqual(undo?.events.map(({ flag }) => flag), [null]);
  });

  it('has nothing to take back of nothing, nor of events without a time', () => {
    assert.equal(undoEvents([], at(9)), null);
    assert.equal(undoEvents([event('a', 'hard', 1, { at: '' })], at(9)), null);
  });

  it('leaves the events it is given as they are', () => {
    const events = Object.freeze([event('a', 'hard', 1), event('b', 'hard', 2)].map((each) => Object.freeze(each)));
    undoEvents(events, at(9));
    assert.equal(events.length, 2);
  });
});
