import { join } from 'node:path';

/** The bundle that the other threads run, beside this one. */
export const threadScript = join(__dirname, 'scanThread.js');
