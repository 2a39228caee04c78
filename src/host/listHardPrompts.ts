import type * as vscode from 'vscode';
import type { SurfaceContext } from './surfaceContext';
import { promptNumbers, toolInput, withToolRun } from './toolRun';

const USUAL = 20;
const MOST = 200;

/** For an assistant: the hardest prompts of a run, with what pass@k training would make of them. */
export function listHardPrompts(context: SurfaceContext, given: object, token: vscode.CancellationToken): Promise<object> {
  const input = toolInput(given);
  const count = Math.min(MOST, input.count ?? USUAL);
  return withToolRun(context, input, token, async ({ run, report }) => {
    const known = report.promptTable.filter(({ passRate }) => passRate !== null);
    const hardest = known.sort((one, other) => (one.passRate ?? 0) - (other.passRate ?? 0) || (other.weight ?? 0) - (one.weight ?? 0));
    const flags = new Map(context.stores.all.flatMap((store) => store.flags).map(({ prompt_id: id, flag }) => [id, flag]));
    return {
      run: run.title,
      k: report.weights.k,
      hardBelow: run.defaults.hardBelow,
      hardPrompts: known.filter(({ group }) => group === 'hard').length,
      allPrompts: report.prompts.count,
      shown: hardest.slice(0, count).map((prompt) => ({ ...promptNumbers(prompt), flag: flags.get(prompt.id) ?? null })),
    };
  });
}
