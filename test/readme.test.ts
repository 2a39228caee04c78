import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { HELP } from '../src/cli/help';
import { formats } from '../src/logs/formats/formats';
import { englishManifest } from './run/englishManifest';

const read = (name: string): string => readFileSync(resolve(__dirname, '..', name), 'utf8');
const readme = read('README.md');
const manifest = JSON.parse(englishManifest()) as {
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
  contributes: {
    commands: { command: string; title: string }[];
    keybindings: { command: string; key: string; mac?: string }[];
    configuration: { properties: Record<string, { default: unknown }> };
  };
};
const spelled = (key: string): string => key.split('+').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('+');
/** What the README says has to be said somewhere, whole. */
const says = (text: string): void => assert.ok(readme.includes(text), `README.md does not say: ${text}`);

describe('the README', () => {
  it('lists every format as the command line does, and no other', () => {
    for (const { name, title, recognisedBy } of formats) says(`| \`${name}\` | ${title} | ${recognisedBy} |`);
    const table = readme.slice(readme.indexOf('| format |'), readme.indexOf('Records of your own'));
    assert.equal(table.trim().split('\n').length - 2, formats.length);
  });

  it('prints the help of the command line word for word', () => {
    says(HELP.slice(HELP.indexOf('\n\n') + 2).trimEnd());
  });

  it('lists every key with its command, and no other', () => {
    const { commands, keybindings } = manifest.contributes;
    for (const { command, key, mac } of keybindings) {
      const title = commands.find((each) => each.command === command)?.title ?? '';
      says(`| \`${spelled(key)}\` | ${mac === undefined ? '' : `\`${spelled(mac)}\``} | ${title} |`);
    }
    const table = readme.slice(readme.indexOf('## Keys'), readme.indexOf('## Settings'));
    assert.equal(table.split('\n').filter((line) => line.startsWith('| `')).length, keybindings.length);
  });

  it('lists every setting with its default, and no other', () => {
    const settings = Object.entries(manifest.contributes.configuration.properties);
    for (const [name, { default: value }] of settings) says(`| \`${name}\` | \`${JSON.stringify(value)}\` |`);
    const table = readme.slice(readme.indexOf('## Settings'), readme.indexOf('## Privacy'));
    assert.equal(table.split('\n').filter((line) => line.startsWith('| `')).length, settings.length);
  });

  it('names only scripts that there are', () => {
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '');
    assert.ok(named.length > 0);
    assert.deepEqual(named.filter((name) => !(name in manifest.scripts)), []);
  });

  it('shows pictures that there are, and links to nothing else of the repository, which the package does not hold', () => {
    const targets = [...readme.matchAll(/\]\((?!https:)([^)]*)\)/g)].map(([, target]) => target ?? '');
    assert.deepEqual(targets.filter((target) => !/^media\/pictures\/[\w-]+\.png$/.test(target)), []);
    assert.equal(targets.length, 4);
    for (const target of targets) assert.ok(existsSync(resolve(__dirname, '..', target)), target);
  });
});

describe('the changelog', () => {
  it('gives the reason for every package', () => {
    const changelog = read('CHANGELOG.md');
    const without = Object.keys(manifest.devDependencies).filter((name) => !new RegExp(`^\\|[^|]*${name}[ ,|]`, 'm').test(changelog));
    assert.deepEqual(without, []);
  });
});
