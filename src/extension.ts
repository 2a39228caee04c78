import type * as vscode from 'vscode';
import './host/translations';
import { registerCommands } from './host/commands';
import { flaggedView } from './host/flaggedView';
import { FlagStores } from './host/flagStores';
import { linkHandler } from './host/linkHandler';
import { modelTools } from './host/modelTools';
import { reportStartFailure } from './host/notice';
import { RefreshSignal } from './host/refreshSignal';
import { RunEditorProvider } from './host/runEditorProvider';
import { runsView } from './host/runsView';
import { StatusItem } from './host/statusItem';
import { textAnnotations } from './host/textAnnotations';

export function activate(context: vscode.ExtensionContext): void {
  try {
    const own = <T extends vscode.Disposable>(made: T): T => {
      context.subscriptions.push(made);
      return made;
    };
    const stores = own(new FlagStores(context));
    const editors = own(new RunEditorProvider(context.extensionUri, stores, context.workspaceState, context.globalStorageUri));
    const refreshing = own(new RefreshSignal());
    const surfaceContext = { places: context, editors, stores, refreshing };
    own(editors.register());
    own(runsView(surfaceContext));
    own(flaggedView(surfaceContext));
    own(new StatusItem(editors));
    own(textAnnotations(surfaceContext));
    own(modelTools(surfaceContext, context.extension.packageJSON));
    own(linkHandler(surfaceContext));
    own(registerCommands(surfaceContext, context.extension.packageJSON));
  } catch (error) {
    for (const made of context.subscriptions.splice(0)) made.dispose();
    reportStartFailure(error);
    throw error;
  }
}
