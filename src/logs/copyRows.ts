import type { SampleBlock } from './sampleBlock';
import { BLOCK_ROWS } from './sampleBlock';
import { HAS_VECTOR, type PlainRows, ROW } from './scan/plainRows';
import { ANSWER_HIGH, ANSWER_LOW, BITS, LENGTH, LINES, SAMPLE, START } from './scan/plainRows';

/**
 * Copies samples as the scanner left them into a block, a column at a time.
 * @param from of the rows, the first @param row of the block, where it goes
 */
export function copyRows(rows: PlainRows, from: number, count: number, block: SampleBlock, row: number): void {
  const { numbers, prompts } = rows;
  const start = rows.first + from * ROW;
  const { prompt, verdict } = block;
  let mostNumber = -1, mostHigh = -1, mostLength = -1;
  for (let each = 0, at = start; each < count; each++, at += ROW) {
    prompt[row + each] = prompts.at(numbers[at] as number);
    verdict[row + each] = (numbers[at + BITS] as number) & ~HAS_VECTOR;
    mostNumber = Math.max(mostNumber, numbers[at + SAMPLE] as number);
    mostHigh = Math.max(mostHigh, numbers[at + ANSWER_HIGH] as number);
    mostLength = Math.max(mostLength, numbers[at + LENGTH] as number);
  }
  copyPlaces(rows, start, count, block, row);
  if (mostNumber >= 0) {
    const number = block.numbersUpTo(mostNumber);
    for (let each = 0, at = start + SAMPLE; each < count; each++, at += ROW) number[row + each] = (numbers[at] as number) + 1;
  }
  if (mostHigh >= 0) {
    const answer = (block.answer ??= new Float64Array(BLOCK_ROWS).fill(NaN));
    for (let each = 0, at = start; each < count; each++, at += ROW) {
      const high = numbers[at + ANSWER_HIGH] as number;
      if (high >= 0) answer[row + each] = high * 0x100000000 + ((numbers[at + ANSWER_LOW] as number) >>> 0);
    }
  }
  if (mostLength >= 0 && rows.lengthsCount) {
    const length = (block.length ??= new Float32Array(BLOCK_ROWS).fill(NaN));
    for (let each = 0, at = start + LENGTH; each < count; each++, at += ROW) if ((numbers[at] as number) >= 0) length[row + each] = numbers[at] as number;
  }
}

function copyPlaces({ numbers, offset, line }: PlainRows, start: number, count: number, block: SampleBlock, row: number): void {
  const places = block.offset;
  const more = offset - block.base;
  // Offsets ascend within a file.
  if (places instanceof Uint32Array && more + (numbers[start + START] as number) >= 0 && more + (numbers[start + (count - 1) * ROW + START] as number) <= 0xffffffff) {
    for (let each = 0, at = start + START; each < count; each++, at += ROW) places[row + each] = more + (numbers[at] as number);
  } else for (let each = 0, at = start + START; each < count; each++, at += ROW) block.setOffset(row + each, offset + (numbers[at] as number));
  for (let each = 0, at = start + LINES; each < count; each++, at += ROW) block.setLine(row + each, line + (numbers[at] as number));
}
