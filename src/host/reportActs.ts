import type { ViewAct } from '../protocol/messages';

/** Commands that the report itself carries out, so that every key of the report can be bound anew. */
export const reportActs: ReadonlyMap<string, ViewAct> = new Map<string, ViewAct>([
  ['passk.flagPrompt', 'flag'],
  ['passk.openSource', 'openSource'],
  ['passk.nextPrompt', 'nextPrompt'],
  ['passk.previousPrompt', 'previousPrompt'],
  ['passk.nextSample', 'nextSample'],
  ['passk.previousSample', 'previousSample'],
  ['passk.raiseK', 'moreK'],
  ['passk.lowerK', 'lessK'],
  ['passk.filter', 'filter'],
  ['passk.nextHit', 'nextHit'],
  ['passk.previousHit', 'previousHit'],
  ['passk.showKeys', 'showKeys'],
  ['passk.copyLink', 'copyLink'],
  ['passk.closePrompt', 'closePrompt'],
  ['passk.flagByRule', 'flagByRule'],
  ['passk.whatIf', 'whatIf'],
  ['passk.copyMarkdown', 'copyMarkdown'],
  ['passk.copyLatex', 'copyLatex'],
  ['passk.saveReport', 'saveReport'],
]);
