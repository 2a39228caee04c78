import type { PromptGroup, PromptRow, Report } from '../../src/core/reportShape';
import { describePrompt } from './describePrompt';
import type { PointCloud, Shape } from './picture';
import { promptPlaces } from './promptPlaces';
import { wordOf } from '../../src/texts/wordOf';

export const groupShapes: Readonly<Record<PromptGroup, Shape>> = { hard: 'triangle', middle: 'rect', easy: 'circle' };

/** The prompts of each group as points of a panel; a prompt whose value is unknown is left out, never drawn at 0. */
export function groupClouds(
  report: Report,
  y: (row: PromptRow) => number | null,
  error: ((row: PromptRow) => number | null) | null,
): PointCloud[] {
  const places = promptPlaces(report);
  return places.groups.map(({ group, prompts }) => {
    // Plain loops over columns: this runs for every prompt on every move of k.
    const known = new Int32Array(prompts.length);
    const [x, values] = [new Float64Array(prompts.length), new Float64Array(prompts.length)];
    let count = 0;
    for (const prompt of prompts) {
      const value = y(report.promptTable[prompt]);
      if (value === null) continue;
      known[count] = prompt;
      x[count] = places.x[prompt];
      values[count++] = value;
    }
    const row = (point: number): PromptRow => report.promptTable[known[point]];
    return {
      name: wordOf(group),
      tone: group,
      shape: groupShapes[group],
      x: x.subarray(0, count),
      y: values.subarray(0, count),
      error: error === null ? null : errorsOf(count, (point) => error(row(point))),
      radius: null,
      prompt: known.subarray(0, count),
      describe: (point) => describePrompt(row(point), report.weights.k),
    };
  });
}

function errorsOf(count: number, error: (point: number) => number | null): Float64Array {
  const errors = new Float64Array(count);
  for (let point = 0; point < count; point++) errors[point] = error(point) ?? NaN;
  return errors;
}
