import type * as vscode from 'vscode';
import { annotateText } from './annotateText';
import { carryOut } from './carryOut';
import { checkFlags } from './checkFlags';
import { copyLink } from './copyLink';
import { chooseFormat } from './chooseFormat';
import { compareRuns } from './compareRuns';
import { editFlagNote } from './editFlagNote';
import { explainConflict } from './explainConflict';
import { exportFlagsFile, openFlagged, openFlagsFile, removeFlag } from './flagCommands';
import { FlaggedPrompts } from './flaggedPrompts';
import { showFlagHistory } from './flagHistory';
import { inspect } from './inspect';
import { flagLinePrompt, openLinePrompt, unflagLinePrompt } from './linePrompt';
import { listHardPrompts } from './listHardPrompts';
import { openLink } from './openLink';
import { openTerminal } from './openTerminal';
import { openSample } from './openSample';
import { openSource } from './openSource';
import { readSamples } from './readSamples';
import { refresh } from './refresh';
import { dragRuns, dropRuns } from './runDrag';
import { RunTree } from './runTree';
import type { SurfaceContext } from './surfaceContext';
import { textDigests } from './textDigests';
import { undoFlags } from './undoFlags';

/** What a command does. It is called with nothing, with what was clicked, or with whatever a link or a key binding gives it: it looks before it takes it. */
type Commands = Readonly<Record<string, (context: SurfaceContext, ...given: unknown[]) => Promise<void>>>;

/** The table of all commands but those that the report itself carries out. */
const commands = {
  'passk.inspect': inspect,
  'passk.compare': compareRuns,
  'passk.chooseFormat': chooseFormat,
  'passk.openSample': openSample,
  'passk.openFlagged': openFlagged,
  'passk.removeFlag': removeFlag,
  'passk.editFlagNote': editFlagNote,
  'passk.openTerminal': openTerminal,
  'passk.exportFlags': exportFlagsFile,
  'passk.openFlagsFile': openFlagsFile,
  'passk.undoFlags': undoFlags,
  'passk.showFlagHistory': showFlagHistory,
  'passk.openLinePrompt': openLinePrompt,
  'passk.flagLinePrompt': flagLinePrompt,
  'passk.unflagLinePrompt': unflagLinePrompt,
  'passk.refresh': refresh,
} as const satisfies Commands;

/** A tool for assistants, by the name in package.json. */
type Tools = Readonly<Record<string, (context: SurfaceContext, given: object, token: vscode.CancellationToken) => Promise<object>>>;

const tools = {
  passk_hard_prompts: listHardPrompts,
  passk_explain_conflict: explainConflict,
  passk_read_samples: readSamples,
} as const satisfies Tools;

/**
 * All of the extension that opening a report can do without: built apart (dist/surfaces.js) and loaded when it is first used.
 * It holds code and no state; what it needs of that is its SurfaceContext.
 */
export const surfaces = {
  commands: commands as Commands,
  openSource,
  carryOut,
  checkFlags,
  textDigests,
  copyLink,
  openLink,
  annotateText,
  tools: tools as Tools,
  runTree: (context: SurfaceContext, say: (sentence: string) => void) => new RunTree(context, say),
  dragRuns,
  dropRuns,
  flaggedTree: ({ stores }: SurfaceContext) => new FlaggedPrompts(stores),
};
