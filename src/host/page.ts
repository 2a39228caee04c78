import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { textLanguage } from './textLanguage';

/** The folders a page may load from. */
export function pageRoots(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist')];
}

/**
 * The page of the report: the only HTML the extension writes. It holds no log data, no inline script and no inline style, but
 * the translations of its texts, which are needed at once; all else arrives as messages.
 */
export function page(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = randomBytes(18).toString('base64');
  // What the script imports, now or on first use, is loaded under the nonce of the script.
  // The toolkit tries out one style element of its own and takes its nonce from the meta element: not that of scripts.
  const styleNonce = randomBytes(18).toString('base64');
  const resource = (name: string): vscode.Uri => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name));
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${styleNonce}'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const { bundle } = vscode.l10n;
  const script = (name: string): string => `<script type="module" nonce="${nonce}" src="${resource(name)}"></script>`;
  return `<!DOCTYPE html>
<html lang="${textLanguage()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${styleNonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${resource('webview.css')}">
<title>Pass@k Inspector</title>
</head>
<body${bundle === undefined ? '' : ` data-translations="${escaped(JSON.stringify(bundle))}"`}>
<div id="app"></div>
${bundle === undefined ? '' : script('translations.js')}${script('webview.js')}
</body>
</html>`;
}

/** For an attribute in double quotes. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
