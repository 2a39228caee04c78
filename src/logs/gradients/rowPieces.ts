import { UNCOUNTED } from './rowLayout';

/** Rows of a gradient file as the threads need it: row i is sample firstSample + i. */
export interface RowFile {
  readonly path: string;
  /** Of row 0, in bytes. */
  readonly offset: number;
  readonly rowBytes: number;
  /** As in assembly/singles.ts. */
  readonly type: number;
  readonly rows: number;
  readonly firstSample: number;
}

/** Samples first … end, and of them those that go into the sums lowest … highest: no other piece touches these sums. */
export interface RowPiece {
  readonly first: number;
  readonly end: number;
  readonly lowest: number;
  readonly highest: number;
}

/** As many pieces, however many threads there are: nothing must depend on that. Each has its own moments, some megabytes. */
const MOST_PIECES = 4;
/** Where every piece has samples of every prompt, each must read all rows. */
const SHUFFLED_PIECES = 2;
const ALL = 2 ** 31 - 1;

/**
 * Shares out samples by their prompts, so that each sum is made in one piece, in the order of the samples: results are the same
 * to the last bit, whoever does which piece.
 * @param slots of each sample
 */
export function rowPieces(slots: Int32Array, prompts: number): RowPiece[] {
  const firsts = new Int32Array(prompts).fill(ALL);
  const lasts = new Int32Array(prompts).fill(-1);
  const counts = new Int32Array(prompts);
  let counted = 0;
  for (let sample = 0; sample < slots.length; sample++) {
    const slot = slots[sample] as number;
    if (slot === UNCOUNTED) continue;
    const prompt = slot >> 1;
    counted++;
    (counts[prompt] as number)++;
    if (firsts[prompt] === ALL) firsts[prompt] = sample;
    lasts[prompt] = sample;
  }
  const cut = (pieces: number): number[] => {
    const cuts = [0];
    let before = 0;
    for (let prompt = 0; prompt < prompts; prompt++) {
      if (cuts.length < pieces && before * pieces >= counted * cuts.length && prompt > 0) cuts.push(prompt);
      before += counts[prompt] as number;
    }
    return cuts;
  };
  const cuts = cut(MOST_PIECES);
  const startOf = (piece: number, end: number) => firsts.subarray(cuts[piece], cuts[piece + 1] ?? prompts).reduce((least, first) => Math.min(least, first), end);
  const endOf = (piece: number) => lasts.subarray(cuts[piece], cuts[piece + 1] ?? prompts).reduce((most, last) => Math.max(most, last), -1) + 1;
  const starts = cuts.map((_, piece) => (piece === 0 ? 0 : startOf(piece, slots.length)));
  if (starts.every((start, piece) => piece === 0 || start >= endOf(piece - 1))) {
    return starts.map((first, piece) => ({ first, end: starts[piece + 1] ?? slots.length, lowest: UNCOUNTED, highest: ALL }));
  }
  const halves = cut(SHUFFLED_PIECES);
  return halves.map((prompt, piece) => ({
    first: 0, end: slots.length, lowest: piece === 0 ? UNCOUNTED : 2 * prompt, highest: piece === halves.length - 1 ? ALL : 2 * (halves[piece + 1] as number),
  }));
}
