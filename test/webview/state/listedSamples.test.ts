import assert from 'node:assert/strict';
import type { SampleLine } from '../../../src/protocol/messages';
import { listedSamples } from '../../../webview/state/listedSamples';
import { freshState, type SampleListing } from '../../../webview/state/savedState';
import { tallyAnswers } from '../../../webview/state/tallyAnswers';

const line = (sample: number, verdict: SampleLine['verdict'], answer: string | null, length: number | null, score: number | null): SampleLine =>
  ({ sample, index: sample, verdict, answer, length, score, file: 0, line: sample + 1 });
const samples = [
  line(0, 'wrong', '10', 30, 0.5), line(1, 'correct', '9', 10, 1), line(2, 'errored', null, null, null), line(3, 'wrong', '10', 20, 0),
  line(4, 'correct', '9', 10, 0.75), line(5, 'wrong', 'é', 5, 0.25), line(6, 'wrong', '10', 40, 0.5),
];
const order = (listing: Partial<SampleListing>): number[] => listedSamples(samples, { ...freshState.listing, ...listing }).map(({ sample }) => sample);

describe('listedSamples', () => {
  const cases: readonly (readonly [Partial<SampleListing>, number[]])[] = [
    [{}, [0, 1, 2, 3, 4, 5, 6]],
    [{ descending: true }, [6, 5, 4, 3, 2, 1, 0]],
    [{ verdict: 'wrong' }, [0, 3, 5, 6]],
    [{ answer: '10' }, [0, 3, 6]],
    [{ verdict: 'correct', answer: '10' }, []],
    [{ order: 'verdict' }, [1, 4, 0, 3, 5, 6, 2]],
    [{ order: 'length' }, [5, 1, 4, 3, 0, 6, 2]],
    [{ order: 'length', descending: true }, [6, 0, 3, 1, 4, 5, 2]],
    [{ order: 'score' }, [3, 5, 0, 6, 4, 1, 2]],
    [{ order: 'answer' }, [1, 4, 0, 3, 6, 5, 2]],
    [{ order: 'answer', descending: true, verdict: 'wrong' }, [5, 0, 3, 6]],
  ];
  for (const [listing, expected] of cases) it(JSON.stringify(listing), () => assert.deepEqual(order(listing), expected));

  it('leaves the samples as they were', () => assert.deepEqual(samples.map(({ sample }) => sample), [0, 1, 2, 3, 4, 5, 6]));
});

describe('tallyAnswers', () => {
  it('counts each answer, most often first, and marks the majority', () => {
    assert.deepEqual(tallyAnswers(samples), [
      { answer: '10', count: 3, correct: 0, majority: true },
      { answer: '9', count: 2, correct: 2, majority: false },
      { answer: 'é', count: 1, correct: 0, majority: false },
    ]);
  });

  it('lets two answers share the majority', () => {
    assert.deepEqual(tallyAnswers(samples.slice(0, 4).concat(samples[4])).map(({ answer, majority }) => [answer, majority]), [['10', true], ['9', true]]);
  });

  it('is nothing without answers', () => assert.deepEqual(tallyAnswers([samples[2]]), []));
});
