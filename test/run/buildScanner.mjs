// Compiles the scanner in src/logs/scan/assembly and writes it down as scannerBytes.ts beside it; with --check, compares. The
// bytes are kept in the repository, so that a bare checkout type-checks and tests without a compiler.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { root } from './command.mjs';

const folder = join(root, 'src/logs/scan');
const output = join(folder, 'scannerBytes.ts');
/** The memory is made outside and may be shared with other threads; no runtime, no garbage, no checks but WebAssembly's own. */
const options = [
  'recordScanner.ts', '--outFile', 'scanner.wasm', '--runtime', 'stub', '--noAssert', '-O3', '--importMemory', '--sharedMemory',
  '--initialMemory', '1', '--maximumMemory', '32768', '--enable', 'simd', '--enable', 'threads',
];

/** @type {Uint8Array} */
let wasm = new Uint8Array(0);
const { error, stderr } = await asc.main(options, {
  readFile: (name) => readFile(join(folder, 'assembly', name), 'utf8').catch(() => null),
  writeFile: (name, contents) => void (name.endsWith('.wasm') && contents instanceof Uint8Array && (wasm = contents)),
  listFiles: () => [],
});
if (error) throw new Error(`The scanner does not compile: ${error.message}\n${stderr.toString()}`);
const lines = Buffer.from(wasm).toString('base64').match(/.{1,140}/g) ?? [];
const source = `// Made from assembly/ by npm run build:scanner. Not to be edited.\nexport const scannerBytes =\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`;
if (!process.argv.includes('--check')) await writeFile(output, source);
else if ((await readFile(output, 'utf8')) !== source) {
  console.error('scannerBytes.ts is not what assembly/ compiles to: npm run build:scanner');
  process.exitCode = 1;
}
