import type { PromptGroup, PromptRow, Report } from '../../src/core/reportShape';
import { describePrompt } from './describePrompt';
import type { PointCloud, Shape } from './picture';
import { promptPlaces } from './promptPlaces';

export const groupShapes: Readonly<Record<PromptGroup, Shape>> = { hard: 'triangle', middle: 'rect', easy: 'circle' };

/** The prompts of each group as points of a panel; a prompt whose value is unknown is left out, never drawn at 0. */
export function groupClouds(
  report: Report,
  y: (row: PromptRow) => number | null,
  error: ((row: PromptRow) => number | null) | null,
): PointCloud[] {
  const places = promptPlaces(report);
  return places.groups.map(({ group, prompts }) => {
    const known = prompts.filter((prompt) => y(report.promptTable[prompt]!) !== null);
    const row = (point: number): PromptRow => report.promptTable[known[point]!]!;
    const column = (value: (row: PromptRow) => number | null): Float64Array => {
      const values = new Float64Array(known.length);
      for (let point = 0; point < known.length; point++) values[point] = value(report.promptTable[known[point]]) ?? NaN;
      return values;
    };
    const x = new Float64Array(known.length);
    for (let point = 0; point < known.length; point++) x[point] = places.x[known[point]];
    return {
      name: group,
      tone: group,
      shape: groupShapes[group],
      x,
      y: column(y),
      error: error === null ? null : column(error),
      radius: null,
      prompt: known,
      describe: (point) => describePrompt(row(point), report.weights.k),
    };
  });
}
