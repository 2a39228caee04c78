// Compiles what is written in AssemblyScript and writes it down as base64 in TypeScript beside it; with --check, compares. The
// bytes are kept in the repository, so that a bare checkout type-checks and tests without a compiler.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { root } from './command.mjs';

/** The memory is made outside; the scanner's is shared with other threads. Nothing is allocated, so that nothing of a runtime is linked; no checks but WebAssembly's own. */
const common = ['--runtime', 'minimal', '--noAssert', '-O3', '--importMemory', '--initialMemory', '1', '--enable', 'simd'];
await compile('src/logs/scan', 'scanner', ['--sharedMemory', '--maximumMemory', '32768', '--enable', 'threads']);
await compile('src/logs/gradients', 'vectors', ['--sharedMemory', '--maximumMemory', '65536', '--enable', 'threads']);

/**
 * @param {string} folder where assembly/ is
 * @param {string} name of the source in it
 * @param {string[]} options
 */
async function compile(folder, name, options) {
  /** @type {Uint8Array} */
  let wasm = new Uint8Array(0);
  const { error, stderr } = await asc.main([`${name}.ts`, '--outFile', `${name}.wasm`, ...common, ...options], {
    readFile: (file) => readFile(join(root, folder, 'assembly', file), 'utf8').catch(() => null),
    writeFile: (file, contents) => void (file.endsWith('.wasm') && contents instanceof Uint8Array && (wasm = contents)),
    listFiles: () => [],
  });
  if (error) throw new Error(`The ${name} does not compile: ${error.message}\n${stderr.toString()}`);
  const output = join(root, folder, `${name}Bytes.ts`);
  const lines = Buffer.from(wasm).toString('base64').match(/.{1,140}/g) ?? [];
  const source = `// Made from assembly/ by npm run build:scanner. Not to be edited.\nexport const ${name}Bytes =\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`;
  if (!process.argv.includes('--check')) await writeFile(output, source);
  else if ((await readFile(output, 'utf8')) !== source) {
    console.error(`${name}Bytes.ts is not what assembly/ compiles to: npm run build:scanner`);
    process.exitCode = 1;
  }
}
