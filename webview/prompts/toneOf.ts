import type { PromptRow } from '../../src/core/reportShape';
import type { TableColumn } from './tableColumns';

/** Class names of a cell of the table: what gives it a sign and a colour beside its words. */
export function toneOf(row: PromptRow, column: TableColumn): string {
  switch (column) {
    case 'group':
      return row.group === null ? 'tone-unknown' : `sign-${row.group}`;
    case 'interference':
      return `interference-${row.interference}`;
    case 'state':
      return row.state === null ? 'tone-unknown' : `state-${row.state}`;
    case 'agreement':
      return row.agreement === null ? 'tone-unknown' : '';
    case 'weightedAgreement':
      return row.weightedAgreement === null ? 'tone-unknown' : '';
    case 'flag':
      return row.flag === null ? '' : 'flagged';
    default:
      return '';
  }
}
