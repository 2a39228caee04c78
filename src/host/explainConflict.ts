import type * as vscode from 'vscode';
import type { SurfaceContext } from './surfaceContext';
import { promptNumbers, toolInput, withToolRun } from './toolRun';

const STRONGEST = 10;

/** What the numbers mean, beside them: an assistant explains them to somebody. */
const MEANING = {
  innerProduct: 'mean over prompts of weight × agreement, the inner product of the gradients of pass@k and pass@1; below 0, a small step that raises pass@k lowers pass@1, to first order',
  weight: 'k(1-p)^(k-1): how much pass@k training looks at a prompt of pass rate p, estimated without bias',
  agreement: 'how far the gradient of this prompt points where the mean gradient of pass@1 points; null is unknown: no gradients, or all samples have one verdict',
  verdict: '"inconclusive": the 95% interval holds 0',
};

/** For an assistant: whether pass@k training would lower pass@1 in this run, why, and which prompts do it. */
export function explainConflict(context: SurfaceContext, given: object, token: vscode.CancellationToken): Promise<object> {
  return withToolRun(context, toolInput(given), token, async ({ run, report }) => {
    const { conflict, promptTable } = report;
    const pulling = promptTable.filter(({ weightedAgreement }) => weightedAgreement !== null && weightedAgreement < 0);
    const strongest = pulling.sort((one, other) => (one.weightedAgreement ?? 0) - (other.weightedAgreement ?? 0)).slice(0, STRONGEST);
    return {
      run: run.title,
      prompts: report.prompts,
      passAtK: report.passAtK,
      weights: report.weights,
      gradients: report.gradients,
      conflict: conflict ?? 'unknown: this log has no gradients, so only where pass@k would put its weight is known',
      promptsPullingAgainst: pulling.length,
      strongest: strongest.map(promptNumbers),
      notes: report.source.notes ?? [],
      meaning: MEANING,
    };
  });
}
