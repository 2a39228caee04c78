import { follow } from './follow';
import { searchText } from './searchText';

/**
 * What only large and growing logs need: the search of their texts, and following them. Built apart (dist/longLogs.js) and loaded
 * when it is first wanted, so that the worker stays small.
 */
export const longLogs = { searchText, follow };
