import { answerEntropy } from '../core/counts/answerEntropy';
import type { PromptVotes } from '../core/counts/voteGroups';
import type { AnswerColumns, CategoryColumn, LengthColumns, PromptColumns } from '../core/promptColumns';
import type { ErroredPolicy, RunColumns, SampleTable } from '../logs/sampleTable';
import { votesOf } from './votesOf';

/**
 * What a run's samples say beside their verdicts, as columns of its prompts; each absent where they say nothing of the kind.
 */
export function extraColumns(table: SampleTable, run: string, { prompts, rows }: Pick<RunColumns, 'prompts' | 'rows'>, errored: ErroredPolicy): Pick<PromptColumns, 'categories' | 'duplicates' | 'lengths' | 'answers'> {
  const categories = categoryColumn(table, prompts);
  const duplicates = table.duplicatesOf(prompts);
  const means = table.lengthMeans(rows, prompts.length);
  const lengths: LengthColumns | null = means && table.lengthUnit && { unit: table.lengthUnit, ...means };
  const unknown = () => new Float64Array(prompts.length).fill(NaN);
  const answers: AnswerColumns | null = table.answerCount === 0 ? null : { distinct: unknown(), entropy: unknown(), majority: unknown() };
  for (let row = 0; row < prompts.length && answers !== null; row++) countAnswers(votesOf(table, table.samplesOf(run, row), errored), answers, row);
  return { ...(categories && { categories }), ...(duplicates && { duplicates }), ...(lengths && { lengths }), ...(answers && { answers }) };
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

function countAnswers({ correct, wrong }: PromptVotes, answers: AnswerColumns, row: number): void {
  const given = correct > 0 ? [correct, ...wrong] : wrong;
  if (given.length === 0) return;
  const most = Math.max(correct, wrong[0] ?? 0);
  answers.distinct[row] = given.length;
  answers.entropy[row] = answerEntropy(given);
  answers.majority[row] = correct < most ? 0 : 1 / given.filter((votes) => votes === most).length;
}
