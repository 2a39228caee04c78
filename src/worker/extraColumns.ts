import { answerEntropy } from '../core/counts/answerEntropy';
import type { AnswerColumns, CategoryColumn, LengthColumns, PromptColumns } from '../core/promptColumns';
import type { ErroredPolicy, SampleTable } from '../logs/sampleTable';
import { votesOf } from './votesOf';

/**
 * What a run's samples say beside their verdicts, as columns of its prompts; each absent where they say nothing of the kind.
 * @param prompts table prompt of each row
 */
export function extraColumns(table: SampleTable, run: string, prompts: Int32Array, errored: ErroredPolicy): Pick<PromptColumns, 'categories' | 'lengths' | 'answers'> {
  const categories = categoryColumn(table, prompts);
  const lengths = lengthColumns(table, run, prompts.length);
  const answers = answerColumns(table, run, prompts.length, errored);
  return { ...(categories && { categories }), ...(lengths && { lengths }), ...(answers && { answers }) };
}

/** More kinds than this, most of them of a single prompt, are no categories: every prompt has a field of its own. */
const FEW = 20;

function categoryColumn(table: SampleTable, prompts: Int32Array): CategoryColumn | null {
  const places = new Map<string, number>();
  const of = prompts.map((prompt) => {
    const category = table.categoryOf(prompt);
    if (category === null) return -1;
    const place = places.get(category) ?? places.size;
    places.set(category, place);
    return place;
  });
  const named = of.reduce((sum, place) => sum + (place < 0 ? 0 : 1), 0);
  return places.size === 0 || (places.size > FEW && places.size * 2 > named) ? null : { names: [...places.keys()], of };
}

function lengthColumns(table: SampleTable, run: string, count: number): LengthColumns | null {
  if (table.lengthUnit === null) return null;
  const correct = new Float64Array(count).fill(NaN);
  const wrong = new Float64Array(count).fill(NaN);
  for (let row = 0; row < count; row++) {
    const sums = { correct: 0, wrong: 0 };
    const counts = { correct: 0, wrong: 0 };
    for (const sample of table.samplesOf(run, row)) {
      const length = table.lengthOf(sample);
      const verdict = table.verdictOf(sample);
      if (Number.isNaN(length) || verdict === 'errored') continue;
      sums[verdict] += length;
      counts[verdict]++;
    }
    if (counts.correct > 0) correct[row] = sums.correct / counts.correct;
    if (counts.wrong > 0) wrong[row] = sums.wrong / counts.wrong;
  }
  return { unit: table.lengthUnit, correct, wrong };
}

function answerColumns(table: SampleTable, run: string, count: number, errored: ErroredPolicy): AnswerColumns | null {
  if (table.answerCount === 0) return null;
  const unknown = () => new Float64Array(count).fill(NaN);
  const columns = { distinct: unknown(), entropy: unknown(), majority: unknown() };
  for (let row = 0; row < count; row++) {
    const { correct, wrong } = votesOf(table, table.samplesOf(run, row), errored);
    const given = correct > 0 ? [correct, ...wrong] : wrong;
    if (given.length === 0) continue;
    const most = Math.max(...given.slice(0, 2));
    columns.distinct[row] = given.length;
    columns.entropy[row] = answerEntropy(given);
    columns.majority[row] = correct < most ? 0 : 1 / given.filter((votes) => votes === most).length;
  }
  return columns;
}
