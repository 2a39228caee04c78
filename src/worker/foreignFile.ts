import { t } from '../texts/t';

type Description = readonly [what: string, hint: string];

/**
 * What a file is that is no log, by its first bytes, and what to do with it, as a sentence; null where they do not say.
 * Rows and arrays that other programs keep samples in are to be written as JSON Lines; docs/convert.md has some lines of Python for each.
 */
export function foreignFile(head: Uint8Array): string | null {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('latin1');
  const found = (text.startsWith('PK\x03\x04') ? zipKind(text) : null) ?? pickleKind(text) ?? magicKind(text) ?? sidecarKind(text);
  if (found !== null) return t`The file is ${found[0]}, not text. ${found[1]}`;
  if (/^\s*\{\s*'/.test(text)) return t`The file holds Python's dictionaries, in single quotes, not JSON. Write them with json.dumps, one a line.`;
  return isTable(text) ? t`The file is a table of values set apart by commas, tabs or semicolons, not JSON. ${convert()}` : null;
}

function convert(): string {
  return t`Write its samples as JSON Lines, one a line (docs/convert.md in the repository shows how).`;
}

/** Archives are known by what lies in them first. */
function zipKind(text: string): Description {
  const name = text.slice(30, 30 + text.charCodeAt(26) + 256 * text.charCodeAt(27));
  if (/(^|\/)(data\.pkl|byteorder|\.format_version|version)$/.test(name) || text.includes('/data.pkl')) return [t`saved by PyTorch (.pt)`, convert()];
  if (name.endsWith('.npy')) return [t`an archive of NumPy arrays (.npz)`, convert()];
  if (/^(\[Content_Types\]|_rels\/|xl\/|docProps\/)/.test(name)) return [t`a workbook (.xlsx)`, convert()];
  if (/^(_journal\/|samples\/|header\.json$|summaries\.json$)/.test(name)) return [t`an archive of Inspect`, t`Give it its name ending .eval.`];
  return [t`a zip archive`, t`Unpack it and open the log inside.`];
}

/** A pickle says its protocol, 2 to 5; one by PyTorch of old begins with a long number that is always the same. */
function pickleKind(text: string): Description | null {
  if (!/^\x80[\x02-\x05]/.test(text)) return null;
  return text.startsWith('\x8a\nl\xfc\x9cF\xf9 j', 2) ? [t`saved by PyTorch (.pt)`, convert()] : [t`a Python pickle (.pkl)`, convert()];
}

function magicKind(text: string): Description | null {
  return MAGIC().find(([magic, at]) => text.startsWith(magic, at))?.[2] ?? null;
}

/** Made when it is asked for: then the translations are there. */
function MAGIC(): readonly (readonly [magic: string, at: number, kind: Description])[] {
  const rows = convert();
  return [
    ['\x1f\x8b', 0, [t`compressed with gzip`, t`Give it its name ending .gz, or decompress it.`]],
    ['\x28\xb5\x2f\xfd', 0, [t`compressed with Zstandard`, t`Give it its name ending .zst, or decompress it.`]],
    ['BZh', 0, [t`compressed with bzip2`, t`Decompress it.`]],
    ['\xfd7zXZ', 0, [t`compressed with xz`, t`Decompress it.`]],
    ['7z\xbc\xaf', 0, [t`a 7z archive`, t`Unpack it and open the log inside.`]],
    ['ustar', 257, [t`a tar archive`, t`Unpack it and open the log inside.`]],
    ['PAR1', 0, [t`a Parquet file`, t`Give it its name ending .parquet.`]],
    ['\x93NUMPY', 0, [t`a NumPy array`, t`Open the log that it belongs to.`]],
    ['ARROW1', 0, [t`an Arrow file (.arrow, .feather)`, rows]],
    ['\xff\xff\xff\xff', 0, [t`an Arrow stream (.arrow)`, rows]],
    ['FEA1', 0, [t`a Feather file`, rows]],
    ['SQLite format 3\0', 0, [t`a SQLite database`, rows]],
    ['DUCK', 8, [t`a DuckDB database`, rows]],
    ['\x89HDF\r\n\x1a\n', 0, [t`an HDF5 file`, rows]],
    ['Obj\x01', 0, [t`an Avro file`, rows]],
    ['ORC', 0, [t`an ORC file`, rows]],
    ['%PDF-', 0, [t`a PDF document`, t`Open the log behind it.`]],
  ];
}

/** A safetensors file begins with the length of its header, in eight bytes, and the header is JSON. */
function sidecarKind(text: string): Description | null {
  return /^[^]{4}\0{4}\{\s*["}]/.test(text) ? [t`a safetensors file`, t`Open the log that it belongs to.`] : null;
}

/** Two lines and more of text that have the same number of separators, and none that could be JSON. What stands in quotes may hold separators and line ends. */
function isTable(text: string): boolean {
  if (!isText(text)) return false;
  if (text.split('\n').some((line) => /^\s*["[{].*[}\]]\s*$/.test(line))) return false;
  const lines = text.replace(/"[^"]*("|$)/g, '').split(/\r?\n/).filter((line) => line !== '');
  return lines.length > 1 && [',', '\t', ';'].some((separator) => {
    const [first, second] = lines.slice(0, 2).map((line) => line.split(separator).length);
    return first! > 1 && second === first;
  });
}

function isText(text: string): boolean {
  return !Array.from(text).some((letter) => letter < ' ' && !'\t\n\r\f'.includes(letter));
}
