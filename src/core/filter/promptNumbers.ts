import { normalTail } from '../counts/normalTail';
import { benjaminiHochberg } from '../interference/benjaminiHochberg';
import type { PromptRow } from '../reportShape';

export type ReadNumber = (row: PromptRow) => number | null;

/** The numbers of a prompt that a filter may compare, by the name it is called by; null is unknown. */
export const promptNumbers: ReadonlyMap<string, (rows: readonly PromptRow[]) => ReadNumber> = new Map([
  ['n', () => (row) => row.n],
  ['c', () => (row) => row.c],
  ['p', () => (row) => row.passRate],
  ['passrate', () => (row) => row.passRate],
  ['pass@k', () => (row) => row.passAtK],
  ['weight', () => (row) => row.weight],
  ['w', () => (row) => row.weight],
  ['agreement', () => (row) => row.agreement],
  ['a', () => (row) => row.agreement],
  ['se', () => (row) => row.agreementSe],
  ['weighted', () => (row) => row.weightedAgreement],
  ['wa', () => (row) => row.weightedAgreement],
  ['duplicates', () => (row) => row.duplicates ?? 0],
  ['q', adjustedP],
]);

/**
 * The smallest false discovery rate at which a prompt's agreement is told apart from 0: the two-sided p-value of a/se,
 * adjusted by Benjamini-Hochberg over all rows. With score vectors, `q<=0.1 agreement<0` is `interference:negative`.
 * @returns unknown for a prompt whose agreement or its standard error is
 */
function adjustedP(rows: readonly PromptRow[]): ReadNumber {
  const p = rows.map(({ agreement, agreementSe: se }) => {
    if (agreement === null || se === null) return NaN;
    if (se === 0) return agreement === 0 ? 1 : 0;
    return 2 * normalTail(Math.abs(agreement) / se);
  });
  const adjusted = benjaminiHochberg(p);
  const of = new Map(rows.map((row, at) => [row.id, adjusted[at]]));
  return ({ id }) => {
    const value = of.get(id) ?? NaN;
    return Number.isNaN(value) ? null : value;
  };
}
