/** What lighteval's name of a metric says of the samples it is over. */
export interface LightEvalMetric {
  /** The k of pass@k, or 1 for an average; null: a metric that tells nothing of single samples (a majority, a text's likeness). */
  readonly k: number | null;
  /** Samples a document; null: the name gives none, and the metric is over all there are. */
  readonly n: number | null;
}

/**
 * Reads a metric's name: "pass@k:k=1&n=16" and "avg@n:n=64", before July 2025 "math_pass@1:4_samples" and "codegen_pass@1:16".
 *
 * Source: huggingface/lighteval, src/lighteval/metrics/metrics_sample.py: PassAtK is 1 - C(n-c, k)/C(n, k), AvgAtN the mean.
 */
export function lightEvalMetric(name: string): LightEvalMetric {
  const samples = /[:&]n=(\d+)/.exec(name) ?? /:(?:avg)?(\d+)(?:_samples)?$/.exec(name);
  const n = samples === null ? null : Number(samples[1]);
  if (/^avg@n:/.test(name)) return { k: 1, n };
  const pass = /(?:^|_)pass@(?:k:k=(\d+)|(\d+):)/.exec(name);
  return { k: pass === null ? null : Number(pass[1] ?? pass[2]), n };
}
