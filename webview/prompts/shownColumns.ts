import type { PromptColumns } from '../../src/core/promptColumns';
import { tableColumns, type ColumnOfPrompts } from './tableColumns';

/** The columns a log can have, in their order. */
export function offeredColumns(columns: PromptColumns): readonly ColumnOfPrompts[] {
  return tableColumns.filter(({ offered }) => offered?.(columns) ?? true);
}

/**
 * The columns on show: those chosen, else those the table comes with. The prompt's id is always one, and a chosen column that
 * this log cannot have is left out until a log can.
 * @param chosen ids; null: nothing was chosen
 */
export function shownColumns(columns: PromptColumns, chosen: readonly string[] | null): readonly ColumnOfPrompts[] {
  return offeredColumns(columns).filter(({ id, extra }) => id === 'id' || (chosen === null ? extra !== true : chosen.includes(id)));
}
