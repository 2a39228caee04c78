import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts an extension beside ours that opens a file in the inspector once the editor knows its extensions. A file that is named in
 * the address is opened before that when the profile is new: then the text editor takes it for good, now and then.
 * Before anything is installed: the first start takes what lies in the folder.
 * @param {string} extensions folder of the extensions of a VS Code that has never run
 * @param {string} file
 */
export function addOpener(extensions, file) {
  const folder = join(extensions, 'passk.start-opener-1.0.0');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({
    name: 'start-opener', publisher: 'passk', version: '1.0.0', engines: { vscode: '^1.100.0' }, main: './open.js', activationEvents: ['*'], extensionKind: ['workspace'],
  }));
  writeFileSync(join(folder, 'open.js'), `const { commands, Uri } = require('vscode');
exports.activate = () => commands.executeCommand('vscode.openWith', Uri.file(${JSON.stringify(file)}), 'passk.report');
`);
}
