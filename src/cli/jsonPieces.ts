import type { PromptRow } from '../core/reportShape';
import { RowTexts } from './rowTexts';

/** Rows in a piece, which are some 100 KB: the memory that a larger one takes is fresh each time, and has to be cleared. */
const AT_ONCE = 200;

/**
 * What JSON.stringify(value, null, 1) writes, and a line end, piece by piece: the table of a million prompts is never one text in memory.
 * @param value members that are undefined are left out
 * @param table the member whose rows are mostly alike
 */
export function* jsonPieces(value: object, table: readonly PromptRow[] = []): Generator<string> {
  let before = '{';
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    if (member === undefined) continue;
    yield `${before}\n ${JSON.stringify(key)}: `;
    before = ',';
    if (!Array.isArray(member) || member.length <= AT_ONCE) {
      yield inner(member);
      continue;
    }
    const texts = new RowTexts();
    for (let at = 0; at < member.length; at += AT_ONCE) {
      yield `${at === 0 ? '[' : ','}${member === table ? texts.of(table.slice(at, at + AT_ONCE)) : inner(member.slice(at, at + AT_ONCE)).slice(1, -3)}`;
    }
    yield '\n ]';
  }
  yield before === '{' ? '{}\n' : '\n}\n';
}

/** As it stands inside an object that is written out. */
function inner(value: unknown): string {
  return JSON.stringify({ '': value }, null, 1).slice('{\n "": '.length, -'\n}'.length);
}
