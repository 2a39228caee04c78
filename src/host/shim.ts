/**
 * The scripts that make a command of a JavaScript file, for the shells of all systems. They run on the editor's own Node, so
 * that none need be installed.
 *
 * @param node the program that runs the extension host; desktop editors take it for Node only when told so
 * @param script the JavaScript file
 * @returns names and contents
 */
export function shim(node: string, script: string): readonly (readonly [name: string, text: string])[] {
  const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`)}'`;
  // In a batch file a per cent sign begins a variable.
  const batch = (path: string): string => `"${path.replaceAll('%', '%%')}"`;
  return [
    ['passk', `#!/bin/sh\nELECTRON_RUN_AS_NODE=1 exec ${quoted(node)} ${quoted(script)} "$@"\n`],
    ['passk.cmd', `@echo off\r\nsetlocal\r\nset ELECTRON_RUN_AS_NODE=1\r\n${batch(node)} ${batch(script)} %*\r\n`],
  ];
}
