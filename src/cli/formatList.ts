import { knownFormats } from '../logs/knownFormats';

/** `passk formats`: one line a format. */
export async function formatList(): Promise<number> {
  const formats = knownFormats();
  const width = Math.max(...formats.map((format) => format.name.length));
  for (const { name, title, recognisedBy } of formats) process.stdout.write(`${name.padEnd(width)}  ${title}: ${recognisedBy}\n`);
  return 0;
}
