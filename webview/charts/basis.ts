import type { Report } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';

const sources = {
  score_grad: 'score_grad, per sample',
  prompt_grad: 'prompt_grad, per prompt',
  summary: 'prompt summaries',
  agreement: 'agreement as given in the log',
  none: 'no gradients',
};

const estimators = {
  unbiased: 'unbiased',
  'plug-in': 'plug-in (biased)',
  exact: 'exact',
};

/** "score_grad, per sample · unbiased · d = 256": named wherever agreement is shown. */
export function agreementBasis(report: Report): string {
  const { source, dimension } = report.gradients;
  if (report.conflict === null) return sources[source];
  return [
    sources[source],
    estimators[report.conflict.estimator],
    ...(dimension === null ? [] : [`d = ${formatCount(dimension)}`]),
  ].join(' · ');
}

/** What weights and pass@k rest on. */
export function countBasis({ prompts }: Report): string {
  return prompts.samplesPerPrompt.max ? 'unbiased from counts' : 'exact pass rates';
}

export const noGradients = {
  what: 'This run has no gradients. Agreement, weighted agreement and the inner product are unknown: nobody can say which prompts pull against the rest.',
  how: 'To add them, put NAME.grads.safetensors (tensor score_grad, one row a sample) or NAME.grads.npy beside NAME.jsonl, or log score_grad with each sample.',
};
