import type { ViewAct } from '../../src/protocol/messages';
import { t } from '../../src/texts/t';

export interface Key {
  readonly act: ViewAct;
  /** The editor's command, to be bound anew. */
  readonly command: string;
  /** As package.json spells it. */
  readonly key: string;
  readonly mac: string;
  readonly does: string;
}

/** The keys as they come with the extension: keybindings of the editor. A test holds this table against package.json. */
export const keyTable: readonly Key[] = [
  { act: 'nextPrompt', command: 'passk.nextPrompt', key: 'alt+down', mac: 'alt+down', does: t`Open the next prompt of the table` },
  { act: 'previousPrompt', command: 'passk.previousPrompt', key: 'alt+up', mac: 'alt+up', does: t`Open the previous prompt of the table` },
  { act: 'nextSample', command: 'passk.nextSample', key: 'shift+alt+down', mac: 'shift+alt+down', does: t`Next sample of the prompt` },
  { act: 'previousSample', command: 'passk.previousSample', key: 'shift+alt+up', mac: 'shift+alt+up', does: t`Previous sample of the prompt` },
  { act: 'moreK', command: 'passk.raiseK', key: 'alt+=', mac: 'ctrl+alt+=', does: t`More k` },
  { act: 'lessK', command: 'passk.lowerK', key: 'alt+-', mac: 'ctrl+alt+-', does: t`Less k` },
  { act: 'flag', command: 'passk.flagPrompt', key: 'shift+alt+f', mac: 'ctrl+alt+f', does: t`Flag the prompt` },
  { act: 'openSource', command: 'passk.openSource', key: 'shift+alt+o', mac: 'ctrl+alt+o', does: t`Open the source line of the sample` },
  { act: 'copyLink', command: 'passk.copyLink', key: 'shift+alt+l', mac: 'ctrl+alt+l', does: t`Copy a link to the prompt` },
  { act: 'filter', command: 'passk.filter', key: 'ctrl+f', mac: 'cmd+f', does: t`Filter the prompts` },
  { act: 'nextHit', command: 'passk.nextHit', key: 'f3', mac: 'f3', does: t`Next hit of a text of the filter` },
  { act: 'previousHit', command: 'passk.previousHit', key: 'shift+f3', mac: 'shift+f3', does: t`Previous hit` },
  { act: 'closePrompt', command: 'passk.closePrompt', key: 'shift+alt+w', mac: 'ctrl+alt+w', does: t`Close the prompt` },
  { act: 'showKeys', command: 'passk.showKeys', key: 'shift+alt+k', mac: 'ctrl+alt+k', does: t`Show these keys` },
];

/** "Shift+Alt+↓", or "⇧⌥↓" on a Mac. */
export function keyText({ key, mac }: Key, onMac: boolean): string {
  const parts = (onMac ? mac : key).split('+');
  return parts.map((part) => (onMac ? macNames : names).get(part) ?? part.toUpperCase()).join(onMac ? '' : '+');
}

const arrows = [['down', '↓'], ['up', '↑']] as const;
const names = new Map<string, string>([...arrows, ['shift', 'Shift'], ['alt', 'Alt'], ['ctrl', t`Ctrl`]]);
const macNames = new Map<string, string>([...arrows, ['shift', '⇧'], ['alt', '⌥'], ['ctrl', '⌃'], ['cmd', '⌘']]);
