import type { Searches } from './searches';

export interface Hit {
  readonly prompt: number;
  /** -1: the prompt's own text. */
  readonly sample: number;
}

/**
 * The hit after, or before, the place on show, by the order of the table and in a prompt by the order of the log, its own text
 * first; from the last on to the first. null when there is none in the table.
 *
 * @param order prompts as the table has them
 * @param at the open prompt and its selected sample; null: none is open
 */
export function nextHit(searches: Searches, order: Int32Array, at: { readonly prompt: number; readonly sample: number | null } | null, step: 1 | -1): Hit | null {
  const inPrompt = new Map<number, Set<number>>();
  for (const { prompts, samples } of searches.values()) {
    for (let hit = 0; hit < prompts.length; hit++) {
      const known = inPrompt.get(prompts[hit]!);
      if (known === undefined) inPrompt.set(prompts[hit]!, new Set([samples[hit]!]));
      else known.add(samples[hit]!);
    }
  }
  const samplesOf = (prompt: number): number[] => Array.from(inPrompt.get(prompt) ?? []).sort((a, b) => a - b);
  const shown = Array.from(order).filter((prompt) => inPrompt.has(prompt));
  if (shown.length === 0) return null;
  if (at !== null) {
    const here = samplesOf(at.prompt);
    // The prompt's own text is on show with any sample: it is passed when the first sample is.
    const rest = step > 0 ? here.filter((sample) => sample > (at.sample ?? -1)) : here.filter((sample) => sample >= 0 && sample < (at.sample ?? Infinity)).reverse();
    if (rest[0] !== undefined) return { prompt: at.prompt, sample: rest[0] };
  }
  const place = at === null ? -1 : order.indexOf(at.prompt);
  const places = new Map(Array.from(order, (prompt, row) => [prompt, row]));
  const later = step > 0 ? shown.find((prompt) => places.get(prompt)! > place) : shown.filter((prompt) => place < 0 || places.get(prompt)! < place).at(-1);
  const prompt = later ?? (step > 0 ? shown[0]! : shown.at(-1)!);
  const samples = samplesOf(prompt);
  return { prompt, sample: step > 0 ? samples[0]! : samples.at(-1)! };
}
