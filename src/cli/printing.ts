import { boundsText } from './boundsText';
import { comparisonText } from './comparisonText';
import { HELP } from './help';
import { metricsText } from './metricsText';
import { mitigationText } from './mitigationText';
import { reportText } from './reportText';

/** What is written for people: built apart (dist/printing.js), as a program that asks for JSON does not wait until it is loaded. */
export const printing = { help: HELP, boundsText, comparisonText, metricsText, mitigationText, reportText };
