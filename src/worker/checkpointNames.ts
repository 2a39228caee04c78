/**
 * Short names of checkpoints that differ, and the step that each tells: where the names are the same but for one number,
 * that number.
 * @param labels of each checkpoint: what it may be called, from the shortest to the longest
 */
export function checkpointNames(labels: readonly (readonly string[])[]): { readonly name: string; readonly step: number | null }[] {
  const longest = labels.reduce((most, { length }) => Math.max(most, length), 0);
  const at = (label: readonly string[], length: number): string => label[Math.min(length, label.length - 1)] ?? '';
  let names = labels.map((label) => at(label, 0));
  for (let length = 1; length < longest && new Set(names).size < names.length; length++) names = labels.map((label) => at(label, length));
  // The same log twice: nothing tells them apart but their place.
  if (new Set(names).size < names.length) names = names.map((name, place) => `${place + 1}: ${name}`);
  const steps = stepsOf(names);
  return names.map((name, place) => ({ name, step: steps?.[place] ?? null }));
}

/** Null unless exactly one number differs between the names, and each has another. */
function stepsOf(names: readonly string[]): number[] | null {
  // A folder of shards beside a file: what the file's name ends in says nothing.
  const parts = names.map((name) => name.replace(/(\.(jsonl|ndjson|json|gz|zst|eval|parquet))+$/i, '').split(/(\d+)/));
  const [first] = parts;
  if (first === undefined || parts.some((own) => own.length !== first.length)) return null;
  const differing = first.flatMap((_, place) => (parts.some((own) => own[place] !== first[place]) ? [place] : []));
  const [place] = differing;
  if (place === undefined || differing.length > 1 || place % 2 === 0) return null;
  const steps = parts.map((own) => Number(own[place]));
  return new Set(steps).size === steps.length ? steps : null;
}
