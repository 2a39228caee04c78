/** Calls back for every choice of k out of n things. */
export function everySubset(n: number, k: number, visit: (chosen: readonly number[]) => void, chosen: readonly number[] = []): void {
  if (chosen.length === k) {
    visit(chosen);
    return;
  }
  for (let i = (chosen.at(-1) ?? -1) + 1; i < n; i++) everySubset(n, k, visit, [...chosen, i]);
}
