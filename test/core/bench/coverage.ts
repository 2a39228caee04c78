import { exactPassAtK } from '../../../src/core/counts/exactPassAtK';
import { exactWeight } from '../../../src/core/counts/exactWeight';
import { meanOverPrompts } from '../../../src/core/counts/meanOverPrompts';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { GradientSpread } from '../../../src/core/interference/gradientSpread';
import { GradientSums } from '../../../src/core/interference/gradientSums';
import { sampledGradientColumns } from '../../../src/core/interference/sampledGradientColumns';
import type { PromptColumns } from '../../../src/core/promptColumns';
import { report } from '../../../src/core/report';
import type { Interval } from '../../../src/core/reportShape';
import { randomNumbers } from '../randomNumbers';
import { dot, softmaxPrompt, type PolicyPrompt } from '../smallPolicy';

/**
 * How often the 95% intervals cover the truth, on simulated runs of a policy whose truth is known: pass@k and inner product
 * of the population that prompts are drawn from, inner product and agreements of the prompts drawn, new ones in every run.
 * Prints a table; fails when any coverage is more than 1.5 points from nominal.
 */
const runs = Number(process.argv[2] ?? 2000);
const samplesPerPrompt = 32;
const k = 8;
const source = { files: [], samples: 0, malformedCount: 0, malformed: [], errored: 0, duplicates: 0 };

/** One easy or hard prompt (three to one), three answers, four parameters. */
function drawPrompt(random: () => number): PolicyPrompt {
  const hard = random() < 0.25;
  // A hard prompt's right answer is what easy ones have learnt to avoid.
  const shift = -0.2 - 1.6 * random();
  const feature = (): number[] => [random() - 0.5, random() - 0.5, random() - 0.5];
  return softmaxPrompt(
    [1.4, 0.8, -0.6, 0.5],
    [[shift, ...feature()], [0, ...feature()], [0, ...feature()]],
    hard ? [true, false, false] : [false, true, true],
  );
}

interface Truth {
  readonly passAtK: number;
  readonly innerProduct: number;
  readonly agreement: number[];
}

function truthOf(prompts: readonly PolicyPrompt[]): Truth {
  const mean = prompts[0].gradient.map((_, j) => prompts.reduce((sum, { gradient }) => sum + gradient[j], 0) / prompts.length);
  const agreement = prompts.map(({ gradient }) => dot(gradient, mean));
  return {
    passAtK: prompts.reduce((sum, { p }) => sum + exactPassAtK(p, k), 0) / prompts.length,
    innerProduct: prompts.reduce((sum, { p }, x) => sum + exactWeight(p, k) * agreement[x], 0) / prompts.length,
    agreement,
  };
}

function sampledColumns(prompts: readonly PolicyPrompt[], random: () => number): PromptColumns {
  const n = new Int32Array(prompts.length).fill(samplesPerPrompt);
  const c = new Int32Array(prompts.length);
  const drawn = prompts.map(({ actions }, x) =>
    Array.from({ length: samplesPerPrompt }, () => {
      let left = random();
      const action = actions.find(({ probability }) => (left -= probability) < 0) ?? actions[actions.length - 1];
      if (action.correct) c[x]++;
      return action;
    }),
  );
  const sums = new GradientSums(4);
  drawn.forEach((samples, x) => samples.forEach(({ correct, score }) => sums.add(x, correct, score)));
  const population = gradientPopulation(sums, n, c);
  const spread = new GradientSpread(population);
  drawn.forEach((samples, x) => samples.forEach(({ correct, score }) => spread.add(x, correct, score)));
  const gradients = sampledGradientColumns(population, spread, 'score_grad', null);
  return { id: prompts.map((_, x) => String(x)), n, c, errored: new Int32Array(prompts.length), exactRate: null, gradients };
}

const covers = (ci: Interval | null | undefined, truth: number): boolean => ci != null && ci[0] <= truth && truth <= ci[1];

const random = randomNumbers(2026);
const everybody = truthOf(Array.from({ length: 400_000 }, () => drawPrompt(random)));
console.log(`${runs} runs each, n = ${samplesPerPrompt}, k = ${k}, nominal 95%; the truth of the population: pass@${k} ${everybody.passAtK.toFixed(4)}, inner product ${everybody.innerProduct.toExponential(3)}`);
console.log('prompts   pass@k   inner product (population)   inner product (these prompts)   agreement');
let off = false;
for (const size of [60, 200, 500]) {
  const covered = { passAtK: 0, population: 0, benchmark: 0 };
  const agreement: number[] = [];
  for (let run = 0; run < runs; run++) {
    const prompts = Array.from({ length: size }, () => drawPrompt(random));
    const truth = truthOf(prompts);
    const { passAtK, conflict, promptTable } = report(source, sampledColumns(prompts, random), { k, hardBelow: 0.1, easyAbove: 0.85 });
    if (covers(passAtK.find((row) => row.k === k)?.ci, everybody.passAtK)) covered.passAtK++;
    if (covers(conflict?.population.ci, everybody.innerProduct)) covered.population++;
    if (covers(conflict?.ci, truth.innerProduct)) covered.benchmark++;
    const known = promptTable.map((row, x) => {
      return row.agreementCi === null ? NaN : covers(row.agreementCi, truth.agreement[x]) ? 1 : 0;
    });
    agreement.push(meanOverPrompts(known).mean);
  }
  const share = { ...covered, agreement: agreement.reduce((sum, value) => sum + value, 0) };
  const percent = (count: number): string => `${((100 * count) / runs).toFixed(1)}%`;
  console.log(`${String(size).padStart(7)}   ${percent(share.passAtK)}    ${percent(share.population)}                        ${percent(share.benchmark)}                           ${percent(share.agreement)}`);
  if (Object.values(share).some((count) => Math.abs(count / runs - 0.95) > 0.015)) off = true;
}
if (off) {
  console.log('coverage is off by more than 1.5 points');
  process.exitCode = 1;
}
