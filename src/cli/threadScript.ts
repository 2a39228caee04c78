import { join } from 'node:path';

/** The bundle that the other threads run, beside this one. */
export const threadScript = join(__dirname, 'scanThread.js');

/** The bundles that read logs: what another version kept of a log is not trusted. */
export const readingCode = ['cli.js', 'formatBook.js', 'analyses.js', 'manyVectors.js', 'archives.js'].map((name) => join(__dirname, name));
