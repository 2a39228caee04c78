import { workerData } from 'node:worker_threads';
import type { WorkerData } from '../protocol/messages';
import { translate } from '../texts/t';

// Imported before anything that holds a text, since some texts are made as their module is loaded.
translate((workerData as WorkerData | null)?.translations);
