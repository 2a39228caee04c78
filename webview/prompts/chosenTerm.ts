/** The filter of the table that shows the prompts that are chosen. */
export const CHOSEN = 'chosen:yes';

/** A filter without its terms about what is chosen: where nothing is, they would hide everything. */
export function withoutChosen(filter: string): string {
  return filter.replace(/(^|\s)-?chosen:\S*(?=\s|$)/gi, '').trim();
}
