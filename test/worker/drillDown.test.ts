import assert from 'node:assert/strict';
import { fixtureNames } from '../logs/fixtureFiles';
import { openRun } from '../../src/worker/openRun';

const OPTIONS = { k: 2, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop' } as const;
const open = (name: string) => openRun([`test/fixtures/${name}`], OPTIONS);

/** Of the last sample of the first prompt; null: the log does not hold it. */
const CASES: readonly (readonly [name: string, prompt: string | null, response: string | null, answer: string | null, target: string | null])[] = [
  ['apps/allResults.json', null, null, '[-2]', null],
  ['apps/liveCodeBenchEval.json', null, null, '[true,-4]', null],
  ['bigCode/attempts.json', 'p', 'o', 'N/A', null],
  ['bigCode/codeEvalLogs.json', null, 'b', 'failed: x', null],
  ['cruxEval/generationsAndScores.json', null, 'f(2)', null, null],
  ['deepEval/testRun.json', 'London', 'rain', null, null],
  ['evalPlus/bigCodeBench.json', null, 'x', null, null],
  ['evalPlus/plusNeedsBaseToo.json', null, 'b', null, null],
  ['generic/listOfVerdicts.jsonl', '2+2=', '4', '4', '4'],
  ['generic/membersNamedByKey.json', 'a?', null, null, null],
  ['generic/nestedRollouts.jsonl', 'How many?', 'four', '4', '3'],
  ['generic/oneSampleARecord.jsonl', '1+1?', '3', '3', '2'],
  ['helm/displayPredictions.json', null, 'x', null, null],
  ['helm/perturbedPredictions.json', null, 'x', null, null],
  ['humanEval/results.jsonl', null, '    return 1\n', 'failed: assert', null],
  ['inspect/epochsAndAnError.json', 'Q1', 'said I', 'AI', 'A'],
  ['inspect/oldSingleScore.json', 'Q1', 'said C', 'AC', 'A'],
  ['inspect/summaries.json', 'Q1', null, 'AI', 'A'],
  ['lightEval/detailsAsRows.jsonl', '2+2?', '4', null, '[\n  "4",\n  "four"\n]'],
  ['liveCodeBench/evalAll.json', 'Sort.', 'o2', null, null],
  ['lmEval/multipleChoice.jsonl', 'Q', '[\n  "-0.5",\n  "False"\n]', '[\n  "-0.5",\n  "False"\n]', '12'],
  ['lmEval/oldWithoutMetrics.json', 'Q7', 'r7', '7', '7'],
  ['lmEval/onceAFilter.jsonl', 'Q: q12\nA:', 'r12', '12', '12'],
  ['lmEval/pairs.jsonl', 'Q: q0\nA:', 'r0', '0', '0'],
  ['lmEval/repeatsWithOneVerdict.jsonl', 'Q: q12\nA:', 'a', '12', '12'],
  ['lmEval/verdictBesideScores.jsonl', 'Q: q0\nA:', 'r0', '0', '0'],
  ['nemoGym/olderWithoutTaskNumbers.jsonl', 'user: a', '[]', null, null],
  ['nemoGym/rollouts.jsonl', 'user: hit?', 'assistant: stand', null, null],
  ['nemoSkills/judgements.jsonl', 'p', 'g', null, null],
  ['nemoSkills/judgesOfAnswers.jsonl', null, 'Judgement: No\n\nReasoning: other numbers.', null, 'Judgement: Yes'],
  ['nemoSkills/output-rs1.jsonl', null, null, 'C', null],
  ['nemoSkills/output-rs12.jsonl', null, null, 'C', null],
  ['openCompass/details.json', 'p0', 'o0', '4', '4'],
  ['openRlhf/rewards.jsonl', 'User: 2+2?\nAssistant: ', '22', null, null],
  ['openaiEvals/samplingAndMatch.jsonl', 'P', 'A.', 'A', 'A'],
  ['promptfoo/document.json', 'Say 0', 'ok', null, null],
  ['promptfoo/lines.jsonl', 'Say 0', 'ok', null, null],
  ['qwen25Math/severalSamplesALine.jsonl', '2+2', 'so 4', '4', '4'],
  ['rllm/episode_000003_t1.json', 'What is 3+4?', 'It is 7.', '7', '7'],
  ['rllm/episodes.jsonl', '2+2?', '5', null, '4'],
  ['skyRl/scoresPerToken.jsonl', 'q', 'c', null, null],
  ['slime/samples.jsonl', 'q', 'r', null, 'l'],
  ['tau2Bench/simulations.json', 'Change a seat.', 'assistant: Hi!', null, null],
  ['tauBench/trials.json', 'Book.', 'user: hi', null, null],
  ['trl/completions.jsonl', 'q', 'b', null, null],
  ['verifiers/idsThatCountRows.jsonl', 'user: A', 'c', null, 'a'],
  ['verifiers/olderIds.jsonl', 'user: Guess.', 'assistant: word', null, 'story'],
  ['verifiers/rewardsAboveOneAndCyclingIds.jsonl', 'user: Guess.', 'assistant: word', null, 'story'],
  ['verl/groupMembersAreApart.jsonl', 'user\n2+2?', '22', null, '4'],
  ['verl/scoresFromMinusOneToOne.jsonl', 'q', '6', null, '4'],
  ['verl/shapedScoreBesideAcc.jsonl', 'q', '5', '5', '4'],
];

describe('drill-down', () => {
  for (const [name, prompt, response, answer, target] of CASES) {
    it(`shows what ${name} holds`, async () => {
      const run = await open(name);
      const { text, samples } = await run.detail(0);
      assert.deepEqual(await run.texts(samples[samples.length - 1].sample), { prompt, response, answer, target });
      assert.equal(text, prompt);
    });
  }

  it('shows something of every format that keeps texts', async () => {
    const shown = new Set(CASES.map(([name]) => name.slice(0, name.indexOf('/'))));
    const folders = new Set(fixtureNames().map((name) => name.slice(0, name.indexOf('/'))));
    // Summaries of prompts, reports of ids, rollouts without text; archives have tests of their own; of BFCL's log the first prompt is one that passed.
    assert.deepEqual([...folders].filter((folder) => !shown.has(folder)), ['bfcl', 'messy', 'promptRecords', 'sweBench', 'tinker']);
  });

  it('finds the text of the sampling that belongs to a match, where a prompt has several', async () => {
    const run = await open('openaiEvals/severalMatches.jsonl');
    const { samples } = await run.detail(0);
    const texts = await Promise.all(samples.map(({ sample }) => run.texts(sample)));
    assert.deepEqual(texts.map(({ prompt, response }) => [prompt, response]), [['user: P0', 'one'], ['user: P1', 'two']]);
  });
});
