import assert from 'node:assert/strict';
import { formatNamed, formats } from '../../../src/logs/formats/formats';
import { LogReader } from '../../../src/logs/logReader';
import { readTexts } from '../../../src/logs/readTexts';
import { SampleTable } from '../../../src/logs/sampleTable';
import { fixture, fixtureNames } from '../fixtureFiles';
import { readInto, readLog, type ReadLog } from '../readLog';

/** Prompts as "id c/n", with "+e" errored, of each run; ids that are digests as "#1", "#2" in order. */
function promptsOf({ table }: ReadLog): Record<string, string[]> {
  const digests: string[] = [];
  const shortId = (id: string): string => {
    if (!/^[\da-f]{32}$/.test(id)) return id;
    if (!digests.includes(id)) digests.push(id);
    return `#${digests.indexOf(id) + 1}`;
  };
  return Object.fromEntries(table.runs().map((run) => {
    const { columns } = table.promptColumns(run, 'drop');
    return [run, columns.id.map((id, row) => `${shortId(id)} ${columns.c[row]}/${columns.n[row]}${columns.errored[row] === 0 ? '' : `+${columns.errored[row]}`}`)];
  }));
}

const CASES: readonly [name: string, format: string, runs: Record<string, string[]>, texts?: readonly (string | null)[]][] = [
  ['generic/oneSampleARecord.jsonl', 'generic', { '': ['p1 1/2', 'p2 0/2'] }],
  ['generic/listOfVerdicts.jsonl', 'generic', { '': ['#1 2/3', '#2 0/2'] }],
  ['generic/onePromptIdTwoTexts.jsonl', 'generic', { '': ['p1 1/2', 'p2 2/2'] }],
  ['generic/counts.jsonl', 'generic', { '': ['a 4/10', 'b 0/4'] }],
  ['generic/nestedRollouts.jsonl', 'generic', { '': ['#1 1/2', '#2 0/1'] }],
  ['generic/scores.jsonl', 'generic', { '': ['1 1/2', '2 1/2', '3 0/0+1'] }],
  ['generic/textIsTheIdentity.jsonl', 'generic', { '': ['#1 1/2', '#2 1/2'] }],
  ['generic/stepIsConstant.jsonl', 'generic', { 40: ['a 1/2', 'b 0/1'] }],
  ['generic/summariesAfterSamples.jsonl', 'generic', { '': ['a 1/2', 'b 0/2'] }],
  ['generic/oneIdTwoTexts.jsonl', 'generic', { '': ['1 1/2', '2 1/1'] }],
  ['generic/twoRunsWithGradients.jsonl', 'generic', { before: ['x 1/2', 'y 2/2'], after: ['x 1/1', 'y 0/1'] }],
  ['generic/membersNamedByKey.json', 'generic', { '': ['q1 1/1', 'q2 0/1'] }, ['a?', null, null, null]],
  ['generic/perQuestionInADocument.json', 'generic', { '': ['0 1/1', '1 0/1'] }],
  ['generic/countsInADocument.json', 'generic', { '': ['0 1/2', '1 0/2'] }],
  ['generic/flatRunsOfTasks.jsonl', 'generic', { m: ['t1 2/3', 't2 0/1'] }],
  ['generic/passOfGeneratedCode.jsonl', 'generic', { '': ['a 1/2', 'b 0/1'] }, [null, 'x', null, null]],
  ['generic/resultIsTheVerdict.jsonl', 'generic', { '': ['#1 1/1', '#2 0/1'] }, ['2+2?', null, '4', '4']],
  ['generic/rlLoggingBoard.jsonl', 'generic', { 1: ['#1 1/2'] }, ['poem', 'a', null, null]],
  ['generic/wideModels.jsonl', 'generic', { '': ['#1 1/1', '#2 0/1'] }, ['2+2?', '4', null, '4']],
  ['promptRecords/agreements.jsonl', 'prompt-records', { '': ['a 2/8', 'b 8/8', 'c 2/8'] }],
  ['promptRecords/exactRates.jsonl', 'prompt-records', { '': ['a 0/0', 'b 0/0'] }],
  ['promptRecords/summaries.jsonl', 'prompt-records', { '': ['a 3/8', 'b 2/2'] }],
  ['verl/groupMembersAreApart.jsonl', 'verl', { 20: ['#1 1/2', '#2 1/2'] }, ['user\n2+2?', '4', null, '4']],
  ['verl/shapedScoreBesideAcc.jsonl', 'verl', { 1: ['#1 1/2'], 2: ['#1 1/1'] }],
  ['verl/scoresFromMinusOneToOne.jsonl', 'verl', { 1: ['#1 1/3'] }],
  ['qwen25Math/severalSamplesALine.jsonl', 'qwen2.5-math', { '': ['0 2/3', '1 0/3'] }, ['2+2', 'so 4', '4', '4']],
  ['lmEval/onceAFilter.jsonl', 'lm-eval', { '': ['12 1/1', '16 0/1'] }],
  ['lmEval/pairs.jsonl', 'lm-eval', { '': ['0 0/0+1', '1 0/0+1'] }],
  ['lmEval/repeatsWithOneVerdict.jsonl', 'lm-eval', { '': ['0 1/1'] }],
  ['lmEval/multipleChoice.jsonl', 'lm-eval', { '': ['0 1/1'] }],
  ['lmEval/oldWithoutMetrics.json', 'lm-eval', { '': ['7 1/1'] }],
  ['lmEval/sparseDocIds.jsonl', 'lm-eval', { '': ['12 1/1', '1300 0/1'] }],
  ['lmEval/wordsAsMetric.jsonl', 'lm-eval', { '': ['0 0/0+1', '1 1/1', '2 0/1'] }],
  ['lmEval/scoresToAHundred.jsonl', 'lm-eval', { '': ['0 1/1', '1 0/1'] }],
  ['lmEval/errorsAndInfinity.jsonl', 'lm-eval', { '': ['0 0/0+1', '1 0/0+1'] }],
  ['lmEval/rerunAppended.jsonl', 'lm-eval', { '': ['0 1/2', '1 0/2'] }],
  ['lmEval/verdictBesideScores.jsonl', 'lm-eval', { '': ['0 1/1', '1 0/1'] }],
  ['humanEval/results.jsonl', 'human-eval', { '': ['HumanEval/0 1/2', 'HumanEval/1 0/2'] }],
  ['humanEval/reflexion.jsonl', 'generic', { '': ['HumanEval/0 1/1', 'HumanEval/1 0/1'] }, ['def f', 'b', null, null]],
  ['evalPlus/plusNeedsBaseToo.json', 'evalplus', { '': ['HumanEval/0 1/2', 'HumanEval/1 0/2'] }, [null, 'a', null, null]],
  ['evalPlus/oldListsOfBaseAndPlus.json', 'evalplus', { '': ['HumanEval/0 0/2'] }],
  ['evalPlus/bigCodeBench.json', 'evalplus', { '': ['BigCodeBench/0 1/1', 'BigCodeBench/1 0/1'] }],
  ['bigCode/attempts.json', 'bigcode', { '': ['0 1/2', '1 0/2'] }, ['p', 'o', 'N/A', null]],
  ['bigCode/codeEvalLogs.json', 'bigcode', { '': ['0 1/2', '1 0/1'] }, [null, 'a', 'passed', null]],
  ['liveCodeBench/evalAll.json', 'livecodebench', { '': ['1873_A 1/2'] }, ['Sort.', 'o1', null, null]],
  ['verifiers/rewardsAboveOneAndCyclingIds.jsonl', 'verifiers', { '': ['0 1/2', '1 1/2'] }, ['user: Guess.', 'assistant: word', null, 'story']],
  ['verifiers/toolCallsAsText.jsonl', 'verifiers', { '': ['0 1/2'] }, ['user: sum?', 'assistant: <tool_call>\n{"name":"python","arguments":"1+1"}\n</tool_call>\n\ntool: <tool_response>\n2\n</tool_response>\n\nassistant: 2', null, '2']],
  ['verifiers/olderIds.jsonl', 'verifiers', { '': ['0 1/2'] }],
  ['verifiers/idsThatCountRows.jsonl', 'verifiers', { '': ['#1 1/2', '#2 1/2'] }],
  ['inspect/epochsAndAnError.json', 'inspect', { '': ['1 1/2', '2 1/1+1', 'x.y 0/1'] }, ['Q1', 'said C', 'AC', 'A']],
  ['inspect/severalScorers.json', 'inspect', { '': ['1 1/2', '2 0/0+1'] }, ['Q1', 'a', null, 'A']],
  ['inspect/condensedAttachments.json', 'inspect', { '': ['1 1/1'] }, ['A long question', 'see a long answer', 'A', 'A']],
  ['inspect/oldSingleScore.json', 'inspect', { '': ['1 1/1'] }],
  ['inspect/summaries.json', 'inspect', { '': ['1 1/2'] }],
  ['lightEval/detailsAsRows.jsonl', 'lighteval', { '': ['164 1/1', '165 0/1'] }, ['2+2?', '4', null, '[\n  "4",\n  "four"\n]']],
  ['lightEval/countsOfSeveralSamples.jsonl', 'lighteval', { '': ['1 3/4', '2 0/4', '3 4/4', '4 0/0+1'] }, ['3+3?', '5', null, '[\n  "4"\n]']],
  ['lightEval/passAtTwoOfFour.jsonl', 'lighteval', { '': ['1 1/4', '2 0/0+1', '3 0/4'] }],
  ['lightEval/majorityOfSeveralSamples.jsonl', 'lighteval', { '': ['1 1/1', '2 0/1'] }],
  ['lightEval/beforeJuly2025.jsonl', 'lighteval', { '': ['#1 2/4', '#2 0/4'] }, ['Solve: 3+3?', '5', null, '[\n  "4"\n]']],
  ['nemoSkills/output-rs1.jsonl', 'nemo-skills', { '': ['1 1/1', '2 0/1'] }, [null, null, 'C', null]],
  ['nemoSkills/proofs.jsonl', 'nemo-skills', { '': ['1 0/1', '2 1/1'] }],
  ['nemoSkills/judgements.jsonl', 'nemo-skills', { '': ['j0 1/1', 'j1 0/0+1', 'j2 0/1'] }],
  ['nemoGym/rollouts.jsonl', 'nemo-gym', { '': ['0 1/2', '1 0/1'] }, ['user: hit?', 'assistant: stand', null, null]],
  ['nemoGym/olderWithoutTaskNumbers.jsonl', 'nemo-gym', { '': ['#1 1/2', '#2 0/1'] }],
  ['openaiEvals/samplingAndMatch.jsonl', 'openai-evals', { '': ['x.0 1/1', 'x.1 0/1'] }, [null, 'A.', 'A', 'A']],
  ['openaiEvals/reportAtTheEnd.jsonl', 'openai-evals', { '': ['x.0 1/1', 'x.1 0/0+1'] }],
  ['openaiEvals/severalMatches.jsonl', 'openai-evals', { '': ['x.0 1/2'] }],
  ['trl/completions.jsonl', 'trl', { 10: ['#1 1/2'], 20: ['#1 1/1'] }, ['q', 'a', null, null]],
  ['skyRl/scoresPerToken.jsonl', 'skyrl', { '': ['#1 2/3'] }, ['q', 'a', null, null]],
  ['slime/samples.jsonl', 'slime', { '': ['0 1/2', '1 1/1'] }, ['q', 'r', null, 'l']],
  ['tinker/summaries.jsonl', 'tinker', { 0: ['0 1/2'], 1: ['0 1/1'] }],
  ['promptfoo/document.json', 'promptfoo', { 'openai:gpt / 0': ['0 1/1', '1 1/1'], 'openai:gpt / 1': ['0 0/1', '1 1/1'] }, ['Say 0', 'ok', null, null]],
  ['promptfoo/lines.jsonl', 'promptfoo', { 'openai:gpt / 0': ['0 1/1', '1 0/1'] }],
  ['tauBench/trials.json', 'tau-bench', { '': ['0 1/2', '1 0/2'] }, ['Book.', 'user: hi', null, null]],
  ['tau2Bench/simulations.json', 'tau2-bench', { '': ['13 1/2', '14 0/0+1'] }, [null, 'assistant: Hi!', null, null]],
  ['sweBench/report.json', 'swe-bench', { '': ['a 1/1', 'b 0/1', 'c 0/1', 'd 0/1', 'e 0/0+1'] }],
  ['openCompass/details.json', 'opencompass', { '': ['0 1/1', '1 0/1'] }, ['p0', 'o0', '4', '4']],
  ['helm/displayPredictions.json', 'helm', { '': ['id0 1/2', 'id1 0/1'] }, [null, 'x', null, null]],
  ['helm/perInstanceStats.json', 'helm', { '': ['id0 1/2', 'id1 0/1'] }],
  ['helm/perturbedPredictions.json', 'helm', { '': ['id0 1/1', 'id1 0/1'] }, [null, 'x', null, null]],
  ['apps/allResults.json', 'apps', { '': ['0 1/3', '1 0/1', '2 0/0+1', '10 1/1'] }, [null, null, '[true,true]', null]],
  ['apps/liveCodeBenchEval.json', 'apps', { '': ['0 1/2', '1 1/2'] }],
  ['rllm/result.json', 'rllm', { '': ['0 1/2', '1 1/1+1'] }],
  ['rllm/episode_000003_t1.json', 'rllm', { '': ['t1 1/1'] }, ['What is 3+4?', 'It is 7.', '7', '7']],
  ['rllm/episodes.jsonl', 'rllm', { '': ['#1 1/2', '#2 0/0+1'] }, ['2+2?', '4', null, '4']],
  ['openRlhf/rewards.jsonl', 'openrlhf', { '': ['#1 1/2', '#2 0/1'] }, ['User: 2+2?\nAssistant: ', '4', null, null]],
  ['nemoSkills/judgesOfAnswers.jsonl', 'nemo-skills', { '': ['1 0/1', '2 1/1', '3 1/1', '4 0/1', '5 0/1'] }, [null, 'Judgement: No\n\nReasoning: other numbers.', null, 'Judgement: Yes']],
  ['deepEval/testRun.json', 'deepeval', { '': ['#1 1/1', '#2 0/1'] }, ['London', 'rain', null, null]],
  ['cruxEval/generationsAndScores.json', 'cruxeval', { '': ['sample_0 1/2', 'sample_1 0/1'] }],
  ['bfcl/onlyFailures.json', 'bfcl', { '': ['(passed, 1) 1/1', '(passed, 2) 1/1', 'live_0 0/1', 'live_3 0/1'] }, ['{\n  "q": 1\n}', null, null, null]],
];

/** What a harness writes beside its samples, or before they are judged. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'generic/severalCriteria.jsonl': /Fields seen: "id", "vanilla"\. .*passk\.formats/,
  'nemoGym/materializedInputs.jsonl': /None of them looks like a verdict/,
  'nemoGym/rewardProfiling.jsonl': /Fields seen: "mean\/reward"/,
  'qwen25Math/toraWithoutScore.jsonl': /None of them looks like a verdict/,
};

describe('formats', () => {
  for (const [name, format, runs, texts] of CASES) {
    it(`read ${name} as ${format}`, () => {
      const bytes = fixture(name);
      const log = readLog(bytes, name);
      assert.equal(log.reader.format?.name, format);
      assert.deepEqual(promptsOf(log), runs);
      if (texts === undefined) return;
      const { prompt, response, answer, target } = readTexts(bytes.subarray(log.table.offsetOf(0)), format, log.reader.format.fields, log.table.elementOf(0));
      assert.deepEqual([prompt, response, answer, target], texts);
    });
  }

  it('are each shown by a fixture, have a name that settings can spell, and say how they are recognised', () => {
    const shown = new Set(CASES.map(([, format]) => format));
    for (const format of formats) {
      assert.ok(shown.has(format.name), `${format.name} has no fixture`);
      assert.match(format.name, /^[a-z][a-z\d.-]*$/);
      assert.ok(format.title.length > 0 && format.recognisedBy.length > 20);
      assert.equal(formatNamed(format.name), format);
    }
    assert.equal(new Set(formats.map(({ name }) => name)).size, formats.length);
  });

  it('do not claim each other\'s fixtures with certainty', () => {
    for (const [name, format] of CASES) {
      const sure = readLog(fixture(name), name).reader.candidates.filter(({ confidence }) => confidence >= 0.9).map((candidate) => candidate.name);
      assert.deepEqual(sure, sure.length === 0 ? [] : [format], name);
    }
  });

  it('cover every fixture of their folders', () => {
    const tested = new Set(CASES.map(([name]) => name));
    const untested = fixtureNames().filter((name) => !name.startsWith('messy/') && !tested.has(name));
    assert.deepEqual(untested, [...Object.keys(REFUSED), 'generic/badVectors.jsonl', 'inspect/cancelledWithoutSamples.json', 'nemoSkills/output-rs12.jsonl', 'qwen25Math/idxRestartsInAnotherFile.jsonl'].sort());
  });

  it('take summaries of prompts among samples, where both count the same', () => {
    const { reader, table } = readLog(fixture('generic/summariesAfterSamples.jsonl'), 'x.jsonl');
    assert.equal(reader.malformedCount, 0);
    assert.deepEqual(table.gradientFacts('').summaries?.map((summary) => summary && [...summary.sumCorrect]), [[1, 2], null]);
  });

  it('say that a number that restarts in another file names another prompt there', () => {
    const table = new SampleTable();
    ['qwen25Math/severalSamplesALine.jsonl', 'qwen25Math/idxRestartsInAnotherFile.jsonl'].forEach((name, at) => readInto(table, at, fixture(name), name));
    assert.match(table.notes.join('\n'), /Line 1: the prompt "0" has another text here than before/);
  });

  it('say that lm-eval appended another run, and that an error is no verdict', () => {
    const notes = (name: string): string => readLog(fixture(name), name).reader.notes.join('\n');
    assert.match(notes('lmEval/rerunAppended.jsonl'), /^The first document comes again: another run was appended/);
    const byLine = readLog(fixture('lmEval/rerunAppended.jsonl'), 'x.jsonl', 1 << 16, { fields: { prompt: '$line' } });
    assert.deepEqual(byLine.reader.notes, [], 'lines do not come again');
    assert.equal(notes('lmEval/errorsAndInfinity.jsonl'), '"mae" measures an error, of which less is better: it is no verdict, and the sample counts as errored. (2 samples)');
    assert.match(notes('lmEval/wordsAsMetric.jsonl'), /"hallucination" says "truthful", which is no known verdict/);
    assert.match(notes('lmEval/scoresToAHundred.jsonl'), /0\.5 and above counts as correct/);
    assert.equal(notes('lmEval/sparseDocIds.jsonl') + notes('lmEval/onceAFilter.jsonl'), '');
    assert.deepEqual(readLog(fixture('generic/wideModels.jsonl'), 'x').reader.format?.verdicts, ['model_a.is_correct', 'model_b.is_correct']);
  });

  it('report one id with two prompt texts, by line', () => {
    const { table } = readLog(fixture('generic/oneIdTwoTexts.jsonl'), 'x.jsonl');
    assert.deepEqual(table.notes.map((note) => note.slice(0, 46)), ['Line 2: the prompt "1" has another text here t']);
  });

  it('say that repeats with one verdict give no pass@k, and do not take choices for repeats', () => {
    const notes = (name: string): readonly string[] => readLog(fixture(name), name).reader.notes;
    assert.match(notes('lmEval/repeatsWithOneVerdict.jsonl')[0] ?? '', /one verdict for all of them/);
    assert.deepEqual(notes('lmEval/multipleChoice.jsonl'), []);
  });

  it('keep the documents of two lm-eval tasks apart when their files are read together', () => {
    const table = new SampleTable();
    const names = ['samples_gsm8k_2025-09-09T13-31-53.431753.jsonl', 'samples_mmlu_pro_2025-10-14T14-44-39.372006.json', 'other.jsonl'];
    names.forEach((fileName, fileIndex) => {
      const reader = new LogReader({ fileIndex, fileName, sink: table, amongOthers: true });
      reader.push(fixture('lmEval/onceAFilter.jsonl'));
      reader.end();
    });
    assert.deepEqual(table.promptColumns('', 'drop').columns.id, ['gsm8k/12', 'gsm8k/16', 'mmlu_pro/12', 'mmlu_pro/16', '12', '16']);
  });

  it('join the files of one NeMo-Skills run by row, the seed of the name being the sample', () => {
    const { table } = readLog(fixture('nemoSkills/output-rs12.jsonl'), 'output-rs12.jsonl');
    assert.deepEqual([table.sampleIndexOf(0), table.promptId(0)], [12, '1']);
  });

  it('say that a crashed Inspect run has no samples', () => {
    assert.match(readLog(fixture('inspect/cancelledWithoutSamples.json'), 'x.json').reader.unrecognised ?? '', /No record holds a sample/);
  });

  it('tell averages and predictions from samples', () => {
    const said = (name: string): string => readLog(fixture(name), 'results.json').reader.unrecognised ?? '';
    for (const [name, sentence] of Object.entries(REFUSED)) assert.match(said(name), sentence, name);
    assert.match(said('messy/averagesOfLmEval.json'), /averages .* open the samples_/);
    assert.match(said('messy/averagesOfNemoSkills.json'), /averages \(metrics of NeMo-Skills\).* open the output-rs/);
    assert.match(said('messy/averagesOfBigCode.json'), /averages \(metrics of bigcode/);
    assert.match(said('messy/averagesOfVerifiers.json'), /averages \(metadata of verifiers\).* open the results\.jsonl/);
    assert.match(said('messy/predictionsOfOpenCompass.json'), /OpenCompass's predictions without verdicts/);
    assert.match(said('messy/tau2WithoutSimulations.json'), /No record holds a sample that could be read as tau2-bench/);
    assert.match(said('messy/metricsOfVerl.jsonl'), /Fields seen: "step", "data"/);
  });

  it('offer every metric that could be the verdict, the one in use among them', () => {
    const verdicts = (name: string): readonly string[] | undefined => readLog(fixture(name), name).reader.format?.verdicts;
    assert.deepEqual(verdicts('inspect/severalScorers.json'), ['scores.rubric.value.style', 'scores.rubric.value.facts', 'scores.a\\.b.value']);
    assert.deepEqual(verdicts('evalPlus/plusNeedsBaseToo.json'), ['plus_status', 'base_status']);
    assert.deepEqual(verdicts('helm/perInstanceStats.json'), ['stats.num_prompt_tokens', 'stats.exact_match', 'stats.f1_score']);
    assert.deepEqual(verdicts('verl/shapedScoreBesideAcc.jsonl')?.includes('acc'), true);
    for (const name of fixtureNames()) {
      const { format } = readLog(fixture(name), name).reader;
      if (format?.fields.verdict !== undefined) assert.ok(format.verdicts.includes(format.fields.verdict), name);
    }
  });

  it('say what a metric over several responses of lighteval leaves unknown', () => {
    const notes = (name: string, verdict?: string): readonly string[] => {
      const { reader } = readLog(fixture(name), name, 999, verdict === undefined ? {} : { fields: { verdict } });
      return reader.notes;
    };
    assert.deepEqual(notes('lightEval/detailsAsRows.jsonl'), []);
    assert.deepEqual(notes('lightEval/countsOfSeveralSamples.jsonl').map((note) => note.replace(/:.*responses? to/, ' … to')), [
      '"avg@n … to a document are correct, not which: these documents are read as counts, without their responses.',
      'From "avg@n … to a document are correct: they are unknown, and the document counts as one errored sample. (1 sample)',
    ]);
    assert.match(notes('lightEval/majorityOfSeveralSamples.jsonl').join(), /"maj@n:n=4" is one verdict for the several responses/);
    assert.match(notes('lightEval/passAtTwoOfFour.jsonl').join(), /From "pass@k:k=2&n=4" it does not follow how many of 4 responses/);
    assert.match(notes('lightEval/countsOfSeveralSamples.jsonl', 'metric.avg@n:n=4 >= 0.5').join(), /^"avg@n:n=4" is one verdict for the several responses/);
  });

  it('let the other metric be chosen: base tests alone, another filter, a threshold', () => {
    const prompts = (name: string, fields: Record<string, string>): string[] => promptsOf(readLog(fixture(name), name, 999, { fields }))['']!;
    assert.deepEqual(prompts('evalPlus/plusNeedsBaseToo.json', { verdict: 'base_status' }), ['HumanEval/0 2/2', 'HumanEval/1 0/2']);
    assert.deepEqual(prompts('lmEval/onceAFilter.jsonl', { filter: 'filter=flexible-extract' }), ['12 1/1', '16 1/1']);
    assert.deepEqual(prompts('verifiers/rewardsAboveOneAndCyclingIds.jsonl', { verdict: 'reward >= 1' }), ['0 1/2', '1 0/2']);
    assert.deepEqual(prompts('lightEval/countsOfSeveralSamples.jsonl', { verdict: 'metric.pass@k:k=1&n=1' }), ['1 1/1', '2 0/1', '3 1/1', '4 0/1']);
    assert.deepEqual(prompts('inspect/epochsAndAnError.json', { verdict: 'scores.match.value >= 0.6' }), ['1 1/2', '2 0/1+1', 'x.y 0/1']);
  });
});
