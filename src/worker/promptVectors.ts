import { isFiniteVector } from '../logs/gradients/isFiniteVector';
import type { Sidecar } from './sidecar';
import { t } from '../texts/t';

/**
 * The rows of a `prompt_grad` sidecar, laid beside the prompts: by its ids, or by order when it has none and as many rows.
 * What cannot be placed is said in `notes`. @returns null when no row can be placed
 */
export async function promptVectors(
  sidecar: Sidecar,
  ids: readonly string[],
  notes: string[],
  options: { signal?: AbortSignal; onRead?: (bytes: number) => void },
): Promise<(Float64Array | null)[] | null> {
  const { promptIds, rows } = sidecar.layout;
  if (promptIds === null && rows !== ids.length) {
    notes.push(t`${sidecar.path} has ${rows} rows and no prompt_ids, but the log has ${ids.length} prompts: agreement is unknown.`);
    return null;
  }
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const vectors: (Float64Array | null)[] = ids.map(() => null);
  let strange = 0;
  let refused = 0;
  const { analyses } = await import('./analyses');
  await analyses.sidecarRows(
    sidecar,
    (row, values) => {
      const at = promptIds === null ? row : rowOf.get(promptIds[row]);
      if (at === undefined) strange++;
      else if (!isFiniteVector(values)) refused++;
      else vectors[at] = values.slice();
    },
    options,
  );
  if (strange > 0) notes.push(t`${sidecar.path}: ${strange} of ${rows} rows are of prompts that the log does not have.`);
  if (refused > 0) notes.push(t`${sidecar.path}: ${refused} of ${rows} rows hold NaN or Infinity and are left out.`);
  return vectors.some((vector) => vector !== null) ? vectors : null;
}
