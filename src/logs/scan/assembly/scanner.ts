// All that the module offers. Memory is laid out by scannerLayout.ts: the tree of wanted paths, the table of records, the rows,
// the names of prompts, the bytes, the open brackets.
export { linesPassed, parseVectors, recordsKept, scanLines, stoppedAt } from './lines';
export { newline } from './newline';
export { setPlainFields } from './plainRow';
export { generation, promptNamesBytes, setPromptNames } from './promptNames';
export { scanRecord, setBrackets, setPaths, setVectors } from './recordScanner';
export { setPowersOfFive } from './floats';
export { findText, setText } from './textSearch';
