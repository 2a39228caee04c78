import { bestOfK, scoreTiers } from '../../../src/core/counts/bestOfK';
import { gPassAtK } from '../../../src/core/counts/gPassAtK';
import { majorityAtK } from '../../../src/core/counts/majorityAtK';
import { mgPassAtK } from '../../../src/core/counts/mgPassAtK';
import { passAtK } from '../../../src/core/counts/passAtK';
import { passHatK } from '../../../src/core/counts/passHatK';
import { pairedDifference } from '../../../src/core/compare/pairedDifference';
import { closeTo } from '../closeTo';

/** Every way in which some independent draws can come, with its probability; outcomes are numbered. */
function everyDraw(probabilities: readonly number[], draws: number, visit: (probability: number, drawn: readonly number[]) => void, drawn: readonly number[] = [], probability = 1): void {
  if (drawn.length === draws) return visit(probability, drawn);
  probabilities.forEach((chance, outcome) => everyDraw(probabilities, draws, visit, [...drawn, outcome], probability * chance));
}

function expectation(probabilities: readonly number[], draws: number, value: (drawn: readonly number[]) => number): number {
  let sum = 0;
  everyDraw(probabilities, draws, (probability, drawn) => (sum += probability * value(drawn)));
  return sum;
}

const count = (drawn: readonly number[], outcome: number): number => drawn.filter((each) => each === outcome).length;

/** A correct answer, two wrong ones, and none at all. */
const answers = [0.35, 0.3, 0.15, 0.2];
/** Outcomes by score, correct or not: two of them tie. */
const scores = [2, 1, 2, 0];
const right = [true, true, false, false];
const samples = 6;

describe('the estimates from n samples have, over every outcome of n draws, what k draws really do as their expectation', () => {
  for (let k = 1; k <= 4; k++) {
    it(`at k = ${k}: pass@k, pass^k, G-Pass@k and mG-Pass@k`, () => {
      const verdicts = [0.37, 0.63];
      const really = (value: (correct: number) => number) => expectation(verdicts, k, (drawn) => value(count(drawn, 0)));
      const estimated = (value: (correct: number) => number) => expectation(verdicts, samples, (drawn) => value(count(drawn, 0)));
      closeTo(estimated((c) => passAtK(samples, c, k)), really((c) => (c > 0 ? 1 : 0)), 1e-12);
      closeTo(estimated((c) => passHatK(samples, c, k)), really((c) => (c === k ? 1 : 0)), 1e-12);
      for (const share of [0.25, 0.5, 0.75, 1]) closeTo(estimated((c) => gPassAtK(samples, c, k, share)), really((c) => (c >= share * k ? 1 : 0)), 1e-12);
      const stable = (c: number) => (2 / k) * Array.from({ length: k }, (_, i) => i + 1).filter((i) => i > Math.ceil(k / 2) && c >= i).length;
      closeTo(estimated((c) => mgPassAtK(samples, c, k)), really(stable), 1e-12, 1e-15);
    });

    it(`at k = ${k}: majority@k, with ties and samples without an answer`, () => {
      const really = expectation(answers, k, (drawn) => {
        const votes = [0, 1, 2].map((answer) => count(drawn, answer));
        const most = Math.max(...votes);
        return most > 0 && votes[0] === most ? 1 / votes.filter((each) => each === most).length : 0;
      });
      closeTo(expectation(answers, samples, (drawn) => majorityAtK(count(drawn, 0), [count(drawn, 1), count(drawn, 2)], k, count(drawn, 3))), really, 1e-12);
    });

    it(`at k = ${k}: best-of-k, with ties`, () => {
      const really = expectation(answers, k, (drawn) => {
        const best = Math.max(...drawn.map((outcome) => scores[outcome]));
        const top = drawn.filter((outcome) => scores[outcome] === best);
        return top.filter((outcome) => right[outcome]).length / top.length;
      });
      closeTo(expectation(answers, samples, (drawn) => bestOfK(scoreTiers(drawn.map((outcome) => scores[outcome]), drawn.map((outcome) => right[outcome])), k)), really, 1e-12);
    });

    it(`at k = ${k}: the movement between two checkpoints`, () => {
      const [before, after] = [[0.3, 0.7], [0.6, 0.4]];
      let moved = 0;
      everyDraw(before, 5, (chance, drawn) =>
        everyDraw(after, 4, (other, later) => {
          const side = (n: number, c: number) => ({ n: Int32Array.of(n), c: Int32Array.of(c) });
          moved += chance * other * pairedDifference({ before: side(5, count(drawn, 0)), after: side(4, count(later, 0)) }, k).mean;
        }),
      );
      closeTo(moved, (1 - 0.4 ** k) - (1 - 0.7 ** k), 1e-12);
    });
  }
});
