import { follow } from './follow';
import { readIndex, writeIndex } from './runIndex';
import { ScanThreads } from './scanThreads';
import { searchText } from './searchText';

/**
 * What only large and growing logs need: the threads beside the worker, the search of their texts, following them, and what is
 * kept of them for the next time. Built apart (dist/longLogs.js) and loaded when it is first wanted, so that the worker stays small.
 */
export const longLogs = { ScanThreads, searchText, follow, readIndex, writeIndex };
