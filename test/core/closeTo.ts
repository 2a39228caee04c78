import assert from 'node:assert/strict';

/** Asserts that a number is within a relative tolerance of another, or an absolute one where that is asked for. */
export function closeTo(actual: number | null, expected: number, relative: number, absolute = 0): void {
  assert.ok(actual !== null, `expected ${expected}, got null`);
  const allowed = Math.max(relative * Math.abs(expected), absolute);
  assert.ok(Math.abs(actual - expected) <= allowed, `expected ${expected}, got ${actual}: off by ${Math.abs(actual - expected)}, allowed ${allowed}`);
}
