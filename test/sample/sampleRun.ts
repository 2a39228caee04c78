import { countingFamilies } from './countingFamilies';
import { easyFamilies } from './easyFamilies';
import { float16Bits } from './float16';
import { middleFamilies } from './middleFamilies';
import { drawStrategy, promptPolicy, type PromptPolicy } from './policy';
import { featureNames, type Family, type Problem } from './problem';
import { SeededRandom } from './seededRandom';
import { trapFamilies } from './trapFamilies';

export const samplesPerPrompt = 32;
const seed = 20260224;

/** The sample log as it is shipped, and the truth behind it. */
export interface SampleRun {
  readonly log: Buffer;
  readonly sidecar: Buffer;
  readonly prompts: readonly SamplePrompt[];
}

export interface SamplePrompt {
  readonly id: string;
  readonly family: string;
  readonly policy: PromptPolicy;
  /** Which strategy each sample used. */
  readonly drawn: readonly number[];
  readonly correct: number;
}

/** Makes the sample log in memory: always the same bytes. */
export function sampleRun(): SampleRun {
  const random = new SeededRandom(seed);
  const families = [...easyFamilies, ...middleFamilies, ...countingFamilies, ...trapFamilies];
  const tasks = families.flatMap((family) => Array.from({ length: family.count }, (_, i) => ({ family, id: `${family.name}-${String(i + 1).padStart(2, '0')}` })));
  const lines: string[] = [];
  const rows: number[] = [];
  const seen = new Set<string>();
  const prompts = random.shuffled(tasks).map(({ family, id }): SamplePrompt => {
    const problem = newProblem(family, seen, random);
    const policy = promptPolicy(problem, random.between(...family.passRate), random);
    const drawn = Array.from({ length: samplesPerPrompt }, () => drawStrategy(policy, random));
    const used = drawn.map((j) => problem.strategies[j] ?? fail(id));
    lines.push(JSON.stringify({
      prompt_id: id,
      category: family.name,
      prompt: problem.text,
      target: String(problem.target),
      responses: used.map(({ says, answer }) => wording(random.pick(says), answer, random)),
      predictions: used.map(({ answer }) => (answer === null ? null : String(answer))),
      correct: used.map(({ correct }) => correct),
    }));
    for (const j of drawn) rows.push(...(policy.score[j] ?? fail(id)));
    return { id, family: family.name, policy, drawn, correct: used.filter((s) => s.correct).length };
  });
  return { log: Buffer.from(lines.join('\n') + '\n'), sidecar: scoreSidecar(rows), prompts };
}

/** A problem whose text is new and none of whose wrong answers happens to be right. */
function newProblem(family: Family, seen: Set<string>, random: SeededRandom): Problem {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const problem = family.make(random);
    if (seen.has(problem.text) || problem.strategies.some((s) => s.correct !== (s.answer === problem.target))) continue;
    seen.add(problem.text);
    return problem;
  }
  throw new RangeError(`the family ${family.name} has fewer different problems than its count asks for`);
}

function wording(said: string, answer: number | null, random: SeededRandom): string {
  if (answer === null) return said;
  return `${said} ${random.pick([`Answer: ${answer}`, `Answer: ${answer}`, `The answer is ${answer}.`, `#### ${answer}`])}`;
}

/** A safetensors file with one tensor, `score_grad` [samples, d], F16. */
function scoreSidecar(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => bytes.writeUInt16LE(float16Bits(value), 2 * i));
  const json = JSON.stringify({
    __metadata__: {
      projection: 'none',
      scope: 'linear head over the features, in this order: ' + featureNames.join(', '),
      rows: 'one per sample, in the order of sample.jsonl',
    },
    score_grad: { dtype: 'F16', shape: [values.length / featureNames.length, featureNames.length], data_offsets: [0, bytes.length] },
  });
  const header = Buffer.from(json.padEnd(Math.ceil(json.length / 8) * 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, bytes]);
}

function fail(id: string): never {
  throw new RangeError(`the prompt ${id} uses a strategy it does not have`);
}
