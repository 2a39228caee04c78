import { analyse } from './analyse';
import { gradientColumns } from './gradientColumns';
import { ownFigureNotes } from './ownFigureNotes';
import { refusedRows, sidecarRows } from './sidecarRows';
import { summedVectors } from './summedVectors';

/**
 * All that counts with gradients, and what is worked out only when asked for: built apart (dist/analyses.js) and loaded
 * when a log with gradients or with figures of its own is opened, or a question is asked, so that the worker stays small.
 */
export const analyses = { gradientColumns, analyse, sidecarRows, refusedRows, ownFigureNotes, summedVectors };
