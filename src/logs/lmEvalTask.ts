/** The task whose samples a file of lm-evaluation-harness holds, as its name says; null where it does not. */
export function lmEvalTask(fileName: string): string | null {
  return /^samples_(.+)_\d{4}-\d\d-\d\dT[\d-]+\.\d+\.jsonl?/.exec(fileName)?.[1] ?? null;
}
