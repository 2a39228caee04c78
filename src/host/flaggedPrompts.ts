import * as vscode from 'vscode';
import type { FlagState } from '../flags/flagEvent';
import type { FlagStore } from './flagStore';
import type { FlagStores } from './flagStores';
import { numberText } from './numberText';

/** All prompts with one kind of flag. */
export interface FlagKind {
  readonly kind: string;
}

/** One flagged prompt, and the store that says so. */
export interface FlaggedPrompt {
  readonly store: FlagStore;
  readonly flag: FlagState;
}

/** An id may be as long as its author likes; the tree shows this much, the tooltip all of it. */
const LONGEST_LABEL = 120;

/** What the view "Flagged Prompts" shows: all flags of the window, grouped by kind. */
export class FlaggedPrompts implements vscode.TreeDataProvider<FlagKind | FlaggedPrompt> {
  readonly onDidChangeTreeData: vscode.Event<void>;

  constructor(private readonly stores: FlagStores) {
    this.onDidChangeTreeData = stores.onDidChange;
  }

  getChildren(element?: FlagKind | FlaggedPrompt): (FlagKind | FlaggedPrompt)[] {
    if (element === undefined) return [...new Set(this.#all().map(({ flag }) => flag.flag))].sort().map((kind) => ({ kind }));
    return 'kind' in element ? this.#all().filter(({ flag }) => flag.flag === element.kind) : [];
  }

  getTreeItem(element: FlagKind | FlaggedPrompt): vscode.TreeItem {
    return 'kind' in element ? this.#kindItem(element) : promptItem(element);
  }

  #all(): FlaggedPrompt[] {
    return this.stores.all.flatMap((store) => store.flags.map((flag) => ({ store, flag })));
  }

  #kindItem({ kind }: FlagKind): vscode.TreeItem {
    const item = new vscode.TreeItem(titleOf(kind), vscode.TreeItemCollapsibleState.Expanded);
    item.id = kind;
    item.description = String(this.getChildren({ kind }).length);
    item.contextValue = 'kind';
    return item;
  }
}

function titleOf(kind: string): string {
  switch (kind) {
    case 'negative-interference':
      return vscode.l10n.t('Negative interference');
    case 'hard':
      return vscode.l10n.t('Hard');
    case 'bad-verifier':
      return vscode.l10n.t('Bad verifier');
    case 'bad-prompt':
      return vscode.l10n.t('Bad prompt');
    case 'review':
      return vscode.l10n.t('To review');
    default:
      return kind;
  }
}

function promptItem(element: FlaggedPrompt): vscode.TreeItem {
  const { store, flag } = element;
  const item = new vscode.TreeItem(cut(flag.prompt_id));
  item.id = JSON.stringify([store.home.key, flag.flag, flag.prompt_id]);
  item.description = cut([...(flag.stale === undefined ? [] : [vscode.l10n.t('stale')]), ...(flag.note === '' ? [] : [flag.note])].join(' · '));
  item.iconPath = flag.stale === undefined ? new vscode.ThemeIcon('flag') : new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip = tooltip(flag);
  item.contextValue = 'prompt';
  item.accessibilityInformation = { label: vscode.l10n.t('Prompt {0}, flagged {1}. {2}', item.label as string, flag.flag, item.description) };
  item.command = { command: 'passk.openFlagged', title: vscode.l10n.t('Open Flagged Prompt'), arguments: [element] };
  return item;
}

/** Plain text, never Markdown: ids and notes come from files. */
function tooltip(flag: FlagState): string {
  const lines = [flag.prompt_id];
  if (flag.stale !== undefined) lines.push(vscode.l10n.t('Stale: {0}', flag.stale));
  if (flag.note !== '') lines.push(flag.note);
  if (flag.k !== null) lines.push(`k = ${flag.k}`);
  if (flag.weight !== null) lines.push(vscode.l10n.t('weight {0}', numberText(flag.weight)));
  lines.push(flag.agreement === null ? vscode.l10n.t('agreement unknown') : vscode.l10n.t('agreement {0}', numberText(flag.agreement)));
  if (flag.run !== null) lines.push(vscode.l10n.t('log: {0}', flag.run));
  if (flag.at !== '') lines.push(vscode.l10n.t('flagged at {0}', flag.at));
  return lines.join('\n');
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= LONGEST_LABEL ? line : `${line.slice(0, LONGEST_LABEL - 1)}…`;
}
