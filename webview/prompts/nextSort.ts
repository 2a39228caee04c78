import { tableColumns, type Sort, type TableColumn } from './tableColumns';

const MOST = 4;

/**
 * The sorts after a press on a column's header. Alone, the column decides, turned round when it decided before. One more, it
 * decides what is alike before it: a first press adds it, a second turns it round, a third takes it out.
 */
export function nextSort(sorts: readonly Sort[], column: TableColumn, more: boolean): readonly Sort[] {
  const fresh: Sort = { column, descending: tableColumns.find(({ id }) => id === column)?.largestFirst === true };
  const at = sorts.findIndex((sort) => sort.column === column);
  const known = sorts[at];
  if (!more) return [known !== undefined && at === 0 ? { column, descending: !known.descending } : fresh];
  if (known === undefined) return sorts.length < MOST ? [...sorts, fresh] : sorts;
  if (known.descending === fresh.descending) return sorts.map((sort) => (sort === known ? { column, descending: !known.descending } : sort));
  return sorts.length === 1 ? [fresh] : sorts.filter((sort) => sort !== known);
}
