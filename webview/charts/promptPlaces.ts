import type { PromptGroup, PromptRow, Report } from '../../src/core/reportShape';
import { wordOf } from '../../src/texts/wordOf';

/**
 * Where each prompt stands from left to right in the panels of figure 6: groups side by side, each group's prompts in order
 * of their pass rate. The same prompt has the same place in every panel, so the panels can be read together.
 */
export interface PromptPlaces {
  readonly groups: readonly { readonly group: PromptGroup; readonly title: string; /** Rows of the prompt table, hardest first. */ readonly prompts: Int32Array }[];
  /** [P], NaN for a prompt whose pass rate is unknown. Group g fills g to g + 1. */
  readonly x: Float64Array;
}

const order: readonly PromptGroup[] = ['hard', 'middle', 'easy'];
let last: { readonly rows: readonly PromptRow[]; readonly places: PromptPlaces } | null = null;

/** Kept while neither rates nor groups change, as on every move of k. */
export function promptPlaces({ promptTable: rows }: Report): PromptPlaces {
  const before = last;
  const same = before !== null && before.rows.length === rows.length
    && (before.rows === rows || rows.every((row, prompt) => row.passRate === before.rows[prompt].passRate && row.group === before.rows[prompt].group));
  last = { rows, places: same ? before.places : placePrompts(rows) };
  return last.places;
}

function placePrompts(rows: readonly PromptRow[]): PromptPlaces {
  const x = new Float64Array(rows.length).fill(NaN);
  const groups = [];
  for (const group of order) {
    const members: number[] = [];
    for (let prompt = 0; prompt < rows.length; prompt++) if (rows[prompt]!.group === group) members.push(prompt);
    if (members.length === 0 && group === 'middle') continue;
    members.sort((a, b) => rows[a]!.passRate! - rows[b]!.passRate! || a - b);
    const left = groups.length + 0.08;
    for (let rank = 0; rank < members.length; rank++) x[members[rank]!] = left + (0.84 * (rank + 0.5)) / members.length;
    groups.push({ group, title: `${wordOf(group)} (${members.length.toLocaleString('en-US')})`, prompts: Int32Array.from(members) });
  }
  return { groups, x };
}
