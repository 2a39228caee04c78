import * as vscode from 'vscode';

/** The language that texts are in, for those that read pages aloud: English where VS Code has no translations for the extension. */
export function textLanguage(): string {
  return vscode.l10n.bundle === undefined ? 'en' : vscode.env.language;
}
