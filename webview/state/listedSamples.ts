import type { SampleLine } from '../../src/protocol/messages';
import type { SampleListing, SampleOrder } from './savedState';

const verdicts = { correct: 0, wrong: 1, errored: 2 };
const collator = new Intl.Collator('en', { numeric: true });

/** The samples that the listing asks for, in its order. Unknown comes last in both directions; what ties keeps the log's order. */
export function listedSamples(samples: readonly SampleLine[], { verdict, answer, order, descending }: SampleListing): readonly SampleLine[] {
  const listed = samples.filter((line) => (verdict === null || line.verdict === verdict) && (answer === null || line.answer === answer));
  if (order === 'log') return descending ? listed.reverse() : listed;
  const sign = descending ? -1 : 1;
  return listed.sort((one, other) => {
    const [left, right] = [keyOf(one, order), keyOf(other, order)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return sign * (typeof left === 'number' && typeof right === 'number' ? left - right : collator.compare(String(left), String(right)));
  });
}

function keyOf(line: SampleLine, order: Exclude<SampleOrder, 'log'>): number | string | null {
  return order === 'verdict' ? verdicts[line.verdict] : line[order];
}
