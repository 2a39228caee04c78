import { foreignFile } from './foreignFile';
import { parquetRecords } from './parquetRecords';
import { unzstd } from './unzstd';
import { zipRecords } from './zipRecords';

/**
 * The containers that few logs come in, and what files are that are no logs, built apart (dist/archives.js) and loaded when the first one is opened, so that
 * the worker stays small.
 */
export const archives = { unzstd, zipRecords, parquetRecords, foreignFile };
