import { betaBinomialMisfit, type BetaBinomialMisfit } from '../core/counts/betaBinomialMisfit';
import { projectionLimited } from '../core/interference/projectionLimited';
import type { PromptColumns } from '../core/promptColumns';
import { reportBasis } from '../core/reportBasis';
import { t } from '../texts/t';

/** A fit worse than chance makes it once in a hundred logs. */
const DOUBTFUL = 0.01;
const NOT_PROJECTED = /^(none|no|null|false|identity|full)$/i;

/**
 * What the reader of a report must know of its numbers, in sentences: that a random projection alone could have turned the
 * sign of the inner product (MATH.md 4.4), and why pass@k beyond the samples is unknown.
 * @param asked the k of the report first, then the others
 */
export function reportNotes(columns: PromptColumns, asked: readonly number[]): string[] {
  return [...projectionNotes(columns, asked[0]), ...extrapolationNotes(columns, asked)];
}

function projectionNotes({ gradients }: PromptColumns, k: number): string[] {
  const { projection, dimension, curve } = gradients ?? {};
  if (!curve || projection == null || dimension == null || NOT_PROJECTED.test(projection.trim())) return [];
  const cosine = curve.cosine[curve.k.indexOf(k)];
  // A k that is not on the curve has no sign to doubt.
  if (cosine === undefined || !projectionLimited(cosine, dimension)) return [];
  const found = Number.isNaN(cosine)
    ? t`their cosine is unknown, so that the sign could come from the projection alone`
    : t`their cosine of ${cosine.toPrecision(2)} is less than two standard errors of that projection from 0`;
  return [t`Projection-limited at k = ${k}: the gradients are projected to ${dimension} dimensions (${projection}), and ${found}. All prompts share this error, so more prompts do not lessen it: do not trust the sign of the inner product.`];
}

function extrapolationNotes(columns: PromptColumns, asked: readonly number[]): string[] {
  const basis = reportBasis(columns);
  const beyond = [...new Set(asked)].filter((k) => k > basis.mostSamples).sort((a, b) => a - b);
  if (basis.mostSamples === 0 || basis.exactRates.length > 0 || beyond.length === 0) return [];
  const fit = basis.betaBinomial();
  if (fit.kind === 'fit') return misfitNotes(betaBinomialMisfit(fit, basis.groups), beyond);
  const most = basis.mostSamples === 1 ? t`1 sample` : t`${basis.mostSamples} samples`;
  return [t`${namesOf(beyond)}: unknown, since no prompt has more than ${most} and no model can extrapolate: ${fit.reason}.`];
}

/** A model that does not fit what was seen is to be distrusted beyond it. */
function misfitNotes({ p, upTo, observed, expected }: BetaBinomialMisfit, beyond: readonly number[]): string[] {
  if (!(p < DOUBTFUL)) return [];
  const kind = upTo === 0 ? t`never solved` : t`with a pass rate of at most ${upTo}`;
  return [t`${namesOf(beyond)}: distrust the extrapolation, since the model does not fit the samples: ${Math.round(observed)} prompts are ${kind}, where it expects ${Math.round(expected)}.`];
}

function namesOf(ks: readonly number[]): string {
  return ks.map((k) => `pass@${k}`).join(', ');
}
