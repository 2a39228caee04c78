import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../run/command.mjs';
import { suites } from '../run/suites.mjs';
import { holdsText, trackedFiles } from './trackedFiles';

const files = trackedFiles(root);
const code = files.filter((file) => /\.(ts|mjs|cjs|css)$/.test(file));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Put together here so that this file does not hold what it looks for. */
const machine = new RegExp(`(?<![\\w.~-])/(${['work', 'farm', 'root', 'home/\\w+', 'Users/\\w+'].join('|')})/`);
const registry = new RegExp(['registry', 'npmjs'].join('\\.') + '|' + ['deb', 'debian'].join('\\.'));

describe('the repository', () => {
  it('names no path of a machine and no host of a registry', () => {
    const found = files
      .filter((file) => file !== 'package-lock.json' && holdsText(root, file))
      .flatMap((file) => read(file).split('\n').flatMap((line, at) => (machine.test(line) || registry.test(line) ? [`${file}:${at + 1}: ${line.trim().slice(0, 100)}`] : [])));
    assert.deepEqual(found, []);
  });

  it('would see a planted path or host', () => {
    assert.match(`cd /${'root'}/x`, machine);
    assert.match(`https://${'registry'}.npmjs.org`, registry);
  });

  it('locks packages without the addresses they came from', () => {
    assert.doesNotMatch(read('package-lock.json'), /"resolved"/);
  });

  it('keeps every file of code within 300 lines', () => {
    assert.notEqual(code.length, 0);
    const long = code.map((file) => [file, read(file).split('\n').length - 1] as const).filter(([, lines]) => lines > 300);
    assert.deepEqual(long, []);
  });

  it('keeps every file within 600 KB, since git forgets nothing', () => {
    assert.deepEqual(files.filter((file) => statSync(join(root, file)).size > 600_000), []);
  });

  it('has no file or folder that says only that it is used by many', () => {
    assert.deepEqual(files.filter((file) => /(^|\/)(utils?|helpers?|common|types|shared|index)(\/|\.ts$)/.test(file)), []);
  });
});

describe('the tests', () => {
  const tests = files.filter((file) => /^test\/.*\.test\./.test(file));

  it('are each found by the pattern of exactly one suite', () => {
    const found = Object.values(suites).map(({ spec, ignore }) => ts.sys.readDirectory(root, ['.ts'], ignore, [spec]));
    const all = found.flat().sort();
    assert.deepEqual(all, tests.map((file) => `${root.replaceAll('\\', '/')}/${file}`).sort());
    assert.ok(found.every((suite) => suite.length > 0));
  });

  it('stand in files whose name says so', () => {
    const hidden = code.filter((file) => file.startsWith('test/') && !tests.includes(file) && /^\s*(describe|it)\(/m.test(read(file)));
    assert.deepEqual(hidden, []);
  });

  it('are all run, none skipped and none alone', () => {
    const lonely = new RegExp(`\\b(it|describe)\\.(${['skip', 'only'].join('|')})\\(|\\bxit\\(|this\\.${'skip'}\\(`);
    assert.deepEqual(tests.filter((file) => lonely.test(read(file))), []);
  });
});
