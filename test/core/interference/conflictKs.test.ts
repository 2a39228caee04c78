import assert from 'node:assert/strict';
import { conflictKs } from '../../../src/core/interference/conflictKs';

describe('conflictKs', () => {
  it('holds every whole k up to 128', () => {
    assert.deepEqual([...conflictKs(5)], [1, 2, 3, 4, 5]);
    assert.deepEqual([...conflictKs(128)], Array.from({ length: 128 }, (_, i) => i + 1));
    assert.equal(conflictKs(0).length, 0);
  });

  it('holds about sixteen an octave above, and the last', () => {
    const ks = [...conflictKs(1000)];
    assert.deepEqual(ks, [...new Set(ks)].sort((a, b) => a - b));
    const octave = ks.filter((k) => k > 128 && k <= 256);
    assert.equal(octave.length, 16);
    assert.equal(octave.at(-1), 256);
    assert.equal(ks.at(-1), 1000);
    for (let i = 129; i < ks.length; i++) assert.ok(ks[i] / ks[i - 1] < 1.06);
  });

  it('holds what is asked for, if it is in range', () => {
    const ks = [...conflictKs(300, [131, 299, 301, 0, 2.5, 7])];
    assert.ok(ks.includes(131) && ks.includes(299));
    assert.ok(!ks.includes(301) && !ks.includes(0) && !ks.includes(2.5));
    assert.equal(ks.filter((k) => k === 7).length, 1);
  });
});
