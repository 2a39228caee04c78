/** A log whose answer is known: many easy prompts that share a gradient, and some hard ones that pull against it. */
export interface KnownLog {
  readonly text: string;
  readonly prompts: readonly { readonly id: string; readonly correct: readonly boolean[] }[];
}

const samples = 16;
const dimension = 6;

/** Numbers that look random and are the same every time (Numerical Recipes' linear congruential generator). */
function seededNoise(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}

/** A log of a policy with one direction that easy prompts climb and hard ones descend, by inline score vectors. */
export function conflictLog(): KnownLog {
  const noise = seededNoise(7);
  const prompts = Array.from({ length: 30 }, (_, at) => {
    const hard = at >= 20;
    // The last is never solved, the first always.
    const solved = at === 29 ? 0 : at === 0 ? samples : hard ? 1 : 12 + (at % 4);
    const id = `${hard ? 'hard' : 'easy'}-${String(at).padStart(2, '0')}`;
    return { id, hard, correct: Array.from({ length: samples }, (_, sample) => (sample * 7 + at) % samples < solved) };
  });
  const lines = prompts.flatMap(({ id, hard, correct }, at) => {
    const rate = correct.filter(Boolean).length / samples;
    return correct.map((right, sample) => {
      // The score of a correct answer rises along the direction as far as it is unlikely; that of a wrong one falls.
      const along = (hard ? -2 : 1) * (right ? 1 - rate : -rate);
      const score_grad = Array.from({ length: dimension }, (_, axis) => Number(((axis === 0 ? along : 0) + noise() / 5).toFixed(5)));
      return JSON.stringify({
        prompt_id: id, sample, prompt: `What is ${at} + 3? (${id})`,
        response: `Let me add.\nThe answer of sample ${sample} to ${id} is ${right ? 'right' : 'wrong'}.`, correct: right, score_grad,
      });
    });
  });
  return { text: `${lines.join('\n')}\n`, prompts };
}

/** pass@k by looking at every choice of k samples of a prompt, mean over the prompts. */
export function countedPassAtK(prompts: KnownLog['prompts'], k: number): number {
  const rates = prompts.map(({ correct }) => {
    let all = 0;
    let solved = 0;
    const wrong = correct.reduce((mask, right, sample) => (right ? mask : mask | (1 << sample)), 0);
    for (let choice = 0; choice < 1 << correct.length; choice++) {
      let size = 0;
      for (let left = choice; left !== 0; left &= left - 1) size++;
      if (size !== k) continue;
      all++;
      if ((choice & ~wrong) !== 0) solved++;
    }
    return solved / all;
  });
  return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}
