import { clusterOrder } from '../../src/core/interference/clusterOrder';
import type { PromptGroup, PromptRow, Report } from '../../src/core/reportShape';
import type { AnalysisResult } from '../../src/protocol/analysis';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate } from '../numbers/formatRate';
import { formatShortId } from '../numbers/formatShortId';
import { answerOf, type KernelSoFar } from '../state/answers';
import { agreementBasis } from './basis';
import type { ChartInput } from './chartInput';
import { kernelScale, strongestPairs } from './kernelPairs';
import type { Axis, Choice, Mark, Picture } from './picture';
import { waitingPicture } from './waitingPicture';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

type Kernel = Extract<AnalysisResult, { kind: 'kernel' }>;

const groups: readonly PromptGroup[] = ['hard', 'middle', 'easy'];
const pairsEachSign = 50;
const clustered = new WeakMap<Float32Array, Int32Array>();

/**
 * Figure 2: the cosine between the gradients of every two prompts. Below 0 a step for the one unlearns the other. Ordered from
 * hard to easy, or so that prompts that are alike stand together.
 */
export function kernelHeatmap({ report, answers, choice }: ChartInput): Picture {
  const kernel = answerOf(answers, 'kernel');
  const failure = answers.get('kernel')?.failure;
  const part = answers.get('kernel')?.part;
  if (kernel === null && part !== undefined && part.prompts.length > 1) return unfinishedHeatmap(report, part, choice);
  if (kernel === null) return waitingPicture('kernel', failure == null ? t`Working out the cosine of every two gradients…` : failure.message);
  const rows = report.promptTable;
  const { prompts, cosine, unknown, blocks } = kernel;
  const m = prompts.length;
  if (m < 2) return waitingPicture('kernel', t`Fewer than two prompts have a known gradient.`, t`Log gradients of prompts that are solved sometimes.`);
  const byLikeness = choice === 'clustered';
  const order = byLikeness ? clusteredOrder(kernel) : null;
  const promptAt = (place: number): number => prompts[order === null ? place : order[place]];
  const value = (column: number, row: number): number => cosine[(order === null ? row : order[row]) * m + (order === null ? column : order[column])];
  const reach = kernelScale(cosine, m);
  const bounds = byLikeness ? [] : groupBounds(kernel, rows);
  const known = rows.reduce((sum, row) => sum + (row.agreement === null ? 0 : 1), 0);
  const lost = Array.from(prompts.keys()).filter((place) => Number.isNaN(cosine[place * (m + 1)])).length;
  const notes = [
    ...blockNotes(blocks),
    ...(known > m + unknown ? [t`${formatCount(m)} of ${formatCount(known, 'prompt')} are drawn, evenly over their pass rates; the means are over all.`] : []),
    ...(rows.length > known ? [t`${formatCount(rows.length - known, 'prompt')} not drawn: gradient unknown.`] : []),
    ...(lost > 0 ? [lost === 1 ? t`1 prompt left empty: its gradient is shorter than its noise.` : t`${formatCount(lost)} prompts left empty: their gradients are shorter than their noise.`] : []),
    t`Full colour at ±${formatNumber(reach, 2)}.`,
  ];
  const pairs = strongestPairs(cosine, m, pairsEachSign);
  const blockRows = groups.flatMap((a, at) => groups.slice(at).map((b, on) => ({ names: `${wordOf(a)} × ${wordOf(b)}`, mean: blocks[3 * at + at + on] })));
  const axis: Axis = { title: byLikeness ? t`prompts, alike ones together` : t`prompts, hardest first`, scale: 'linear', min: 0, max: m, names: bounds.map(({ from, to, group }) => ({ at: (from + to) / 2, name: wordOf(group) })) };
  return {
    id: 'kernel',
    title: t`Interference between prompts`,
    basis: t`${agreementBasis(report)} · cosine of ∇p(x) and ∇p(x′)`,
    missing: null,
    choice: orderChoice(byLikeness),
    x: axis,
    y: { ...axis, reverse: true },
    clouds: [],
    curves: [],
    bars: [],
    marks: bounds.slice(1).flatMap(({ from }): Mark[] => [
      { kind: 'upright', x: from, label: '', tone: 'line', dash: [2, 2] }, { kind: 'level', y: from, label: '', tone: 'line', dash: [2, 2] },
    ]),
    field: {
      columns: m, rows: m, x: [0, m], y: [0, m], values: cosine, order, reach,
      describe: (column, row) => describePair(rows[promptAt(row)], rows[promptAt(column)], value(column, row)),
      pair: (column, row) => [promptAt(row), promptAt(column)],
    },
    legend: [
      { name: t`help each other (above 0)`, sign: '■', tone: 'easy' },
      { name: t`hurt each other (below 0), hatched where cells are large`, sign: '▨', tone: 'bad' },
    ],
    enclosing: null,
    notes,
    summary: t`Cosine of the gradients of ${formatCount(m, 'prompt')}. ${notes.join(' ')}`,
    twin: {
      columns: [
        { title: t`Prompt or group`, numeric: false, width: 150 },
        { title: t`with`, numeric: false, width: 130 },
        { title: t`Cosine`, numeric: true, width: 70 },
        { title: t`Mean κ`, numeric: true, width: 84 },
      ],
      rows: blockRows.length + pairs.length,
      cell: (row, column) => {
        const block = blockRows.at(row);
        if (row < blockRows.length && block !== undefined) return [block.names, t`all pairs`, '', formatNumber(block.mean)][column];
        const { a, b, cosine: size } = pairs[row - blockRows.length];
        return [rows[prompts[a]].id, rows[prompts[b]].id, formatNumber(size), ''][column];
      },
      prompt: (row) => (row < blockRows.length ? null : prompts[pairs[row - blockRows.length].a]),
      pair: (row) => (row < blockRows.length ? null : [prompts[pairs[row - blockRows.length].a], prompts[pairs[row - blockRows.length].b]]),
    },
  };
}

/** The rows that are there, in the order from hard to easy, which alone is known before the end. */
function unfinishedHeatmap(report: Report, { prompts, cosine, rows: done }: KernelSoFar, choice: string | null): Picture {
  const rows = report.promptTable;
  const m = prompts.length;
  const what = t`Being worked out: ${formatCount(done)} of ${formatCount(m, 'prompt')} so far.`;
  const axis: Axis = { title: t`prompts, hardest first`, scale: 'linear', min: 0, max: m };
  const reach = kernelScale(cosine, m);
  return waitingPicture('kernel', '', '', {
    basis: t`${agreementBasis(report)} · cosine of ∇p(x) and ∇p(x′)`,
    missing: null,
    choice: orderChoice(choice === 'clustered'),
    x: axis,
    y: { ...axis, reverse: true },
    field: {
      columns: m, rows: m, x: [0, m], y: [0, m], values: cosine, order: null, reach,
      describe: (column, row) => (Math.max(column, row) < done ? describePair(rows[prompts[row]], rows[prompts[column]], cosine[row * m + column]) : [t`not worked out yet`]),
      pair: (column, row) => [prompts[row], prompts[column]],
    },
    notes: [what],
    summary: what,
  });
}

function orderChoice(byLikeness: boolean): Choice {
  return { name: t`order of the prompts`, value: byLikeness ? 'clustered' : 'hardness', options: [['hardness', t`hard to easy`], ['clustered', t`alike together`]] };
}

function clusteredOrder({ cosine, prompts }: Kernel): Int32Array {
  const known = clustered.get(cosine) ?? clusterOrder(cosine, prompts.length);
  clustered.set(cosine, known);
  return known;
}

/** Where each group begins and ends in the order from hard to easy. */
function groupBounds({ prompts }: Kernel, rows: readonly PromptRow[]): { group: PromptGroup; from: number; to: number }[] {
  return groups.flatMap((group) => {
    const places = Array.from(prompts.keys()).filter((place) => rows[prompts[place]].group === group);
    return places.length === 0 ? [] : [{ group, from: places[0], to: places[places.length - 1] + 1 }];
  });
}

function blockNotes(blocks: Float64Array): string[] {
  const [hardHard, , hardEasy, , , , , , easyEasy] = blocks;
  if (Number.isNaN(hardEasy)) return [];
  const others = [[t`hard and hard`, hardHard], [t`easy and easy`, easyEasy]] as const;
  return [t`Mean kernel ⟨∇p(x), ∇p(x′)⟩ of a hard and an easy prompt: ${formatNumber(hardEasy)}; of ${others.map(([name, mean]) => `${name} ${formatNumber(mean)}`).join(', ')}.`];
}

function describePair(a: PromptRow, b: PromptRow, cosine: number): string[] {
  if (a.id === b.id) return [formatShortId(a.id), t`itself`];
  const said = Number.isNaN(cosine) ? t`cosine unknown` : t`cosine ${formatNumber(cosine)}: ${cosine < 0 ? t`a step for one unlearns the other` : t`a step for one helps the other`}`;
  return [said, ...[a, b].map((row) => t`${formatShortId(row.id, 40)}, ${wordOf(row.group ?? 'unknown')}, pass rate ${formatRate(row.passRate)}`)];
}
