import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run/command.mjs';
import { plainTexts } from './plainTexts';
import { productFiles } from './sourceEdges';
import { textList } from './textList';
import { textsOf } from './textsOf';

/** What reads like words and is none that people are shown, by the file or folder that it is in. */
const NO_TEXTS: readonly (readonly [place: RegExp, text: RegExp])[] = [
  [/^webview\//, /^(answer majority|log-text formatted|formula display|grid-cell numeric|mark verdict-\{0\}\{1\})$/], // classes
  [/./, /^(no conflict|both rose|both fell|no folder|not trusted|not writable|no run|no whole k)$/], // data
  [/./, /^(NaN|Infinity|Parquet|JSON Lines|OpenRLHF|prime-rl and verifiers|Pass@k|InputError)$/], // names
  [/^src\/core\/compare\//, /^(Observed pass@1\/pass@k movement|Co-movement across checkpoints)/], // of a schema
  [/^src\/logs\/(verdicts|notALog)\.ts$/, /^(true correct|false incorrect|error errored|none null|timed out|not solved|version https)/], // what logs hold
  [/^src\/logs\/scan\/scannerBytes\.ts$|^src\/logs\/gradients\/(vectorsBytes|safetensors)\.ts$/, /^(\S{60,}|samples|prompts)$/], // bytes; axes
  [/^src\/worker\/foreignFile\.ts$/, /^(SQLite format 3|Obj)/], // first bytes
  [/^src\/(host|worker|protocol)\/|^webview\//, /^(unknown (message|act|deed)|only the host|a tree item|\w+\.ts runs|This machine has no|not built apart|default-src|@echo off)/], // for programmers and programs
  [/^src\/host\/(explainConflict|readSamples)\.ts$/, /./], // what assistants are told
];

const shown = (file: string, source: string): string[] => plainTexts(file, source).filter((text) => !NO_TEXTS.some(([place, none]) => place.test(file) && none.test(text)));

describe('the texts that people read', () => {
  it('are all in the list for translators, which "npm run texts" writes', () => {
    assert.equal(readFileSync(join(root, 'l10n/bundle.l10n.json'), 'utf8'), textList(root));
  });

  it('would be found wherever they are looked up', () => {
    const found = (line: string) => textsOf('a.ts', line);
    assert.deepEqual(found("const a = t`${n} of ${t`all`} prompts`; vscode.l10n.t(is ? 'One' : '{0} of them', n);").texts, ['{0} of {1} prompts', 'all', 'One', '{0} of them']);
    assert.deepEqual(found("formatCount(n, 'prompt'); formatCount(n, 'entry', 'entries'); formatCount(n);").texts, ['{0} prompt', '{0} prompts', '{0} entry', '{0} entries']);
    assert.deepEqual(found("vscode.l10n.t(name); formatCount(n, t`prompt`);").unreadable, ['name', 't`prompt`']);
  });

  it('are all looked up in the translations, but for the command line, which is English', () => {
    const plain = productFiles(root)
      .filter((file) => !file.startsWith('src/cli/'))
      .flatMap((file) => shown(file, readFileSync(join(root, file), 'utf8')).map((text) => `${file}: ${text}`));
    assert.deepEqual(plain, []);
  });

  it('would be seen if they were not', () => {
    const planted = [
      "setText(title, 'No prompts here');", "button('Retry', 'primary');", "element('p', { text: `${count} prompts are left` });",
      "const names = { open: 'Open it' };", "element('a', { attributes: { 'aria-label': 'Close' } });",
      "throw new InputError('There is no prompt.');", "notes.push('No prompt is left.');", "sink.malformed(`no verdict: ${name}`);", "throw new Error(`Only a part of ${name} was written`);",
      "t`it ${count === 1 ? 'falls' : t`rises`}`;", "vscode.l10n.t('Open {0}', isNew ? 'a new file' : name);",
    ];
    for (const line of planted) assert.equal(plainTexts('a.ts', line).length, 1, line);
    const fine = [
      "setText(title, t`No prompts here`);", "element('p', { class: 'more quiet' });", "if (verdict === 'no conflict') stop();", "throw new RangeError('no such thing here');",
      "import { a } from './Some File';", "type A = 'one two' | 'three four';", "if (event.key === 'Escape') stop();", "element('p', { text: t`${formatCount(2, 'hard prompt')} left` });",
      "vscode.l10n.t('Open {0}', name);", "vscode.l10n.t(isNew ? 'Open it' : 'Open it again');", "t`${way === 'up' ? t`more` : t`less`} of it`;", "sink.malformed(t`no verdict: ${name}`);",
    ];
    for (const line of fine) assert.deepEqual(plainTexts('a.ts', line), [], line);
  });
});
