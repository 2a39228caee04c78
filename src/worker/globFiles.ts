import { readdir, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';

const WILD = /[*?[{]/;
const MOST_ALTERNATIVES = 1000;
const FOLDERS_NOT_SEARCHED = new Set(['node_modules', '.git', '.passk']);

/** Whether a path is a pattern, should there be no file of that name. */
export function isGlob(path: string): boolean {
  return WILD.test(path);
}

/**
 * Files and folders that a pattern names, in no order: `*` and `?` within a name, `**` for any folders, `[a-c]` for one letter of several,
 * `{a,b}` for either. A name that begins with a dot is found by a pattern that does.
 * @param pattern with this machine's separators, or with /
 */
export async function globFiles(pattern: string): Promise<string[]> {
  const found = new Set<string>();
  for (const alternative of alternatives(pattern)) {
    const { root } = parse(alternative);
    const names = alternative.slice(root.length).split(process.platform === 'win32' ? /[\\/]+/ : /\/+/).filter((name) => name !== '' && name !== '.');
    for (const path of await matches(root, names)) found.add(path);
  }
  return [...found];
}

async function matches(folder: string, [name, ...rest]: readonly string[]): Promise<string[]> {
  if (name === undefined) return [folder];
  if (name === '**') {
    const below = await Promise.all((await entriesOf(folder)).filter((entry) => entry.isDirectory() && !isHidden(entry.name)).map((entry) => matches(join(folder, entry.name), ['**', ...rest])));
    return [...(rest.length === 0 ? await filesIn(folder) : await matches(folder, rest)), ...below.flat()];
  }
  if (!WILD.test(name)) {
    const path = join(folder, name);
    return (await stat(path).catch(() => null)) === null ? [] : matches(path, rest);
  }
  const expression = nameExpression(name);
  const hits = (await entriesOf(folder)).filter((entry) => expression.test(entry.name) && (name.startsWith('.') || !isHidden(entry.name)) && (rest.length === 0 || !entry.isFile()));
  return (await Promise.all(hits.map((entry) => matches(join(folder, entry.name), rest)))).flat();
}

async function entriesOf(folder: string): Promise<{ readonly name: string; isDirectory(): boolean; isFile(): boolean }[]> {
  return readdir(folder === '' ? '.' : folder, { withFileTypes: true }).catch(() => []);
}

async function filesIn(folder: string): Promise<string[]> {
  return (await entriesOf(folder)).filter((entry) => entry.isFile() && !isHidden(entry.name)).map((entry) => join(folder, entry.name));
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || FOLDERS_NOT_SEARCHED.has(name);
}

function nameExpression(name: string): RegExp {
  const source = name.replace(/\[!?[^\]]+\]|[*?]|[\\^$.|+()[\]{}]/g, (token) => {
    if (token === '*') return '.*';
    if (token === '?') return '.';
    if (token.length > 2) return `[${token[1] === '!' ? '^' : ''}${token.slice(token[1] === '!' ? 2 : 1, -1).replace(/[\\^[\]]/g, '\\$&')}]`;
    return `\\${token}`;
  });
  return new RegExp(`^${source}$`, 's');
}

/** "a{b,c{d,e}}" is "ab", "acd" and "ace". A brace without its other half stands for itself, and so do those beyond a thousand names. */
function alternatives(pattern: string): string[] {
  const open: string[] = [pattern];
  const plain: string[] = [];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const brace = plain.length + open.length < MOST_ALTERNATIVES ? /\{([^{}]*,[^{}]*)\}/.exec(each) : null;
    if (brace === null) plain.push(each);
    else for (const inner of (brace[1] as string).split(',').reverse()) open.push(each.slice(0, brace.index) + inner + each.slice(brace.index + brace[0].length));
  }
  return plain;
}
