import { compareRuns } from './compareRuns';

/** The comparison of two runs: built apart (dist/comparing.js) and loaded when the command line compares, so that it stays small. */
export const comparing = { compareRuns };
