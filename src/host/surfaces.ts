import { annotateText } from './annotateText';
import { copyLink } from './copyLink';
import { chooseFormat } from './chooseFormat';
import { compareRuns } from './compareRuns';
import { exportFlagsFile, openFlagged, openFlagsFile, removeFlag } from './flagCommands';
import { FlaggedPrompts } from './flaggedPrompts';
import { inspect } from './inspect';
import { flagLinePrompt, openLinePrompt, unflagLinePrompt } from './linePrompt';
import { openLink } from './openLink';
import { openSample } from './openSample';
import { openSource } from './openSource';
import { refresh } from './refresh';
import { dragRuns, dropRuns } from './runDrag';
import { RunTree } from './runTree';
import type { SurfaceContext } from './surfaceContext';

/** What a command does. What it is called with is VS Code's or a menu's business: nothing, or the thing that was clicked. */
type Commands = Readonly<Record<string, (context: SurfaceContext, ...given: never[]) => Promise<void>>>;

/** The table of all commands but those that the report itself carries out. */
const commands = {
  'passk.inspect': inspect,
  'passk.compare': compareRuns,
  'passk.chooseFormat': chooseFormat,
  'passk.openSample': openSample,
  'passk.openFlagged': openFlagged,
  'passk.removeFlag': removeFlag,
  'passk.exportFlags': exportFlagsFile,
  'passk.openFlagsFile': openFlagsFile,
  'passk.openLinePrompt': openLinePrompt,
  'passk.flagLinePrompt': flagLinePrompt,
  'passk.unflagLinePrompt': unflagLinePrompt,
  'passk.refresh': refresh,
} as const satisfies Commands;

/**
 * All of the extension that opening a report can do without: built apart (dist/surfaces.js) and loaded when it is first used.
 * It holds code and no state; what it needs of that is its SurfaceContext.
 */
export const surfaces = {
  commands: commands as Commands,
  openSource,
  copyLink,
  openLink,
  annotateText,
  runTree: (context: SurfaceContext, say: (sentence: string) => void) => new RunTree(context, say),
  dragRuns,
  dropRuns,
  flaggedTree: ({ stores }: SurfaceContext) => new FlaggedPrompts(stores),
};
