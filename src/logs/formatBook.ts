import { fieldNames } from './formats/fieldNames';
import { formatNamed, formats } from './formats/formats';
import { recogniseFormats } from './formats/recogniseFormats';

/** All formats and how they are told apart: a bundle of its own (dist/formatBook.js), which worker and command line share. Through knownFormats.ts only. */
export const formatBook = { formats, formatNamed, recogniseFormats, fieldNames };
