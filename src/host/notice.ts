import * as vscode from 'vscode';

/** Tells the user of something that went as planned but may surprise. */
export function notice(sentence: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(withoutLinks(sentence), ...buttons);
}

/** Tells the user that what they asked for could not be done, and why. */
export function problem(sentence: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(withoutLinks(sentence), ...buttons);
}

/** Tells the user that the extension is not there, and why. */
export function reportStartFailure(error: unknown): void {
  void problem(vscode.l10n.t('Pass@k Inspector could not start: {0}', reasonOf(error)));
}

/** Any failure as a sentence. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** VS Code turns [text](command:…) in a notification into a link that runs; a file's name may be written so. */
function withoutLinks(sentence: string): string {
  return sentence.replaceAll('](', '] (');
}
