import { analyze } from './analyze';
import { compare } from './compare';
import { flags } from './flags';
import { formatList } from './formatList';
import { loadPrinting } from './loadPrinting';
import { summarize } from './summarize';
import { sentence } from '../worker/inputError';
import { UsageError } from './usageError';

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = { analyze, compare, summarize, flags, formats: formatList };

/** passk: the same core for scripts, continuous integration and clusters. Exit 0; 1 when a gate fails; 2 for bad usage or input. */
async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write((await loadPrinting()).help);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`There is no command "${name}": see passk --help.`);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write((await loadPrinting()).help);
    return 0;
  }
  return command(args);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0); // the reader, `head` say, has what it wanted
  throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`passk: ${sentence(error)}\n`);
    process.exitCode = 2;
  },
);
