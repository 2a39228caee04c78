import { normalTail } from '../counts/normalTail';
import type { GradientColumns } from '../promptColumns';
import type { Interference } from '../reportShape';
import { benjaminiHochberg } from './benjaminiHochberg';

const falseDiscoveryRate = 0.1;

/**
 * Which way each prompt pulls: the sign of its agreement a(x), where it is certain.
 *
 * With standard errors: two-sided p of a/se, Benjamini-Hochberg at q = 0.10 over the prompts with known agreement; what is
 * not rejected is "unclear". The prompts share one estimate of ∇J1, so they are not independent, and that dependence is not
 * controlled. Exact values, and vectors or scores computed elsewhere without an error, are taken by their sign. Where an
 * estimate's error is unknown, as for summaries, it is "unclear".
 * @returns [P]; "unknown" where the agreement is
 */
export function interferenceFlags(gradients: GradientColumns): Interference[] {
  const { agreement, agreementSe } = gradients;
  const given = gradients.estimator !== 'unbiased';
  const p = agreement.map((value, prompt) => {
    const se = agreementSe[prompt];
    // Without any spread the sign is certain.
    if (se === 0) return value === 0 ? 1 : 0;
    return 2 * normalTail(Math.abs(value) / se);
  });
  const adjusted = benjaminiHochberg(p);
  return Array.from(agreement, (value, prompt) => {
    if (Number.isNaN(value)) return 'unknown';
    const certain = given ? value !== 0 : adjusted[prompt] <= falseDiscoveryRate;
    return !certain ? 'unclear' : value < 0 ? 'negative' : 'positive';
  });
}
