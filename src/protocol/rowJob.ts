import type { ProductsLayout } from '../logs/gradients/productsLayout';
import type { RowLayout } from '../logs/gradients/rowLayout';
import type { RowFile, RowPiece } from '../logs/gradients/rowPieces';
import type { SpreadLayout } from '../logs/gradients/spreadLayout';
import type { SharedMemory } from '../logs/gradients/vectorMemory';
import type { VectorModule } from '../logs/gradients/vectorModule';

/** To a thread beside the worker: rows of gradient files to be counted, in memory that all threads share. */
export interface RowJob {
  /** The thread's number, from 0, by which it has its room in the memory. */
  readonly thread: number;
  readonly memory: SharedMemory;
  readonly module: VectorModule;
  readonly layout: RowLayout;
  readonly work: RowWork;
}

export type RowWork =
  /** spread: the second pass; null: the first. */
  | { readonly kind: 'rows'; readonly files: readonly RowFile[]; readonly pieces: readonly RowPiece[]; readonly spread: SpreadLayout | null }
  | { readonly kind: 'products'; readonly products: ProductsLayout };

/** Its answer, when no piece is left. */
export interface RowsDone {
  readonly done: true;
}
