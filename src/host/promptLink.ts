const EXTENSION = 'passk.passk-inspector';

/** What a link leads to. */
export interface LinkTarget {
  /** The path of a file or folder, absolute or from a folder of the workspace; or the whole uri of several files. */
  readonly run: string;
  /** null: the run as a whole. */
  readonly prompt: string | null;
  /** null: as the run was last looked at. */
  readonly k: number | null;
}

/**
 * A link that opens a prompt of a run in the editor it was made in: `vscode://passk.passk-inspector/open?run=…&prompt=…&k=8`.
 *
 * VS Code decodes a uri's query as a whole before it hands it over, so what would then be taken for a separator is encoded
 * twice.
 */
export function promptLink(scheme: string, { run, prompt, k }: LinkTarget): string {
  const given = Object.entries({ run, prompt, k }).filter(([, value]) => value !== null);
  return `${scheme}://${EXTENSION}/open?${given.map(([name, value]) => `${name}=${encoded(String(value))}`).join('&')}`;
}

function encoded(value: string): string {
  return encodeURIComponent(value.replace(/[%&=+#]/g, encodeURIComponent)).replaceAll('%2F', '/');
}

/**
 * What a link leads to.
 * @param query as VS Code hands it over: decoded once
 * @returns a sentence's reason where the link is malformed
 */
export function linkTarget(query: string): LinkTarget | 'no run' | 'no whole k' {
  const given = new Map(query.split('&').map((part) => [part.slice(0, Math.max(0, part.indexOf('='))), decoded(part.slice(part.indexOf('=') + 1))]));
  const run = given.get('run') ?? '';
  const k = given.get('k');
  if (run === '') return 'no run';
  if (k !== undefined && !/^[1-9]\d{0,5}$/.test(k)) return 'no whole k';
  return { run, prompt: given.get('prompt') ?? null, k: k === undefined ? null : Number(k) };
}

/** A per cent sign that encodes nothing stands for itself: somebody wrote the link by hand. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
