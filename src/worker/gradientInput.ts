import type { PromptColumns } from '../core/promptColumns';
import type { PromptGradientFacts } from '../logs/promptFactTable';
import type { CountedVectors } from './countedVectors';
import type { SidecarRows } from './sidecarRows';
import type { VectorPasses } from './vectorPasses';

/** Where the gradients of one run are, and how to read them: what the analyses know of logs and files. */
export interface GradientInput {
  /** The run's prompts; without gradients. */
  readonly columns: PromptColumns;
  /** A pass over the score vectors; null: there are none. May be made again. */
  readonly each: CountedVectors | null;
  /** The passes over inline vectors that were added up while the log was read; null where they are not those that count, or are few. */
  readonly gathered: ((isMuch: (dimension: number) => boolean) => VectorPasses | null) | null;
  /** Where the vectors are rows of sidecars: these; null where they are not. */
  readonly sidecars: (() => SidecarRows) | null;
  /** Reads the gradients of prompts; null: there are none. Its answer is null when no row can be placed. */
  readonly promptVectors: (() => Promise<readonly (Float64Array | null)[] | null>) | null;
  readonly facts: Pick<PromptGradientFacts, 'summaries' | 'agreement'>;
  readonly projection: string | null;
  /** Grows with each pass: what was left out, and why. */
  readonly notes: string[];
}
