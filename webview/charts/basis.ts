import type { Report } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { t } from '../../src/texts/t';

const sources = {
  score_grad: t`score_grad, per sample`,
  prompt_grad: t`prompt_grad, per prompt`,
  summary: t`prompt summaries`,
  agreement: t`agreement as given in the log`,
  none: t`no gradients`,
};

const estimators = {
  unbiased: t`unbiased`,
  'plug-in': t`plug-in (biased)`,
  exact: t`exact`,
};

/** "score_grad, per sample · unbiased · d = 256": named wherever agreement is shown. */
export function agreementBasis(report: Report): string {
  const { source, dimension } = report.gradients;
  if (report.conflict === null) return sources[source];
  return [
    sources[source],
    estimators[report.conflict.estimator],
    ...(dimension === null ? [] : [t`d = ${formatCount(dimension)}`]),
  ].join(' · ');
}

/** What weights and pass@k rest on. */
export function countBasis({ prompts }: Report): string {
  return prompts.samplesPerPrompt.max ? t`unbiased from counts` : t`exact pass rates`;
}

export const noGradients = {
  what: t`This run has no gradients. Agreement, weighted agreement and the inner product are unknown: nobody can say which prompts pull against the rest.`,
  how: t`To add them, put NAME.grads.safetensors (tensor score_grad, one row a sample) or NAME.grads.npy beside NAME.jsonl, or log score_grad with each sample.`,
};
