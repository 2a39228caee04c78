import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run/command.mjs';
import { plainTexts } from './plainTexts';
import { productFiles } from './sourceEdges';

/** Names of classes that read like words. */
const CLASSES = ['answer majority', 'log-text formatted', 'formula display', 'grid-cell numeric', 'mark verdict-{0}{1}'];

describe('the texts of the view', () => {
  it('are all looked up in the translations', () => {
    const plain = productFiles(root)
      .filter((file) => file.startsWith('webview/'))
      .flatMap((file) => plainTexts(file, readFileSync(join(root, file), 'utf8')).filter((text) => !CLASSES.includes(text)).map((text) => `${file}: ${text}`));
    assert.deepEqual(plain, []);
  });

  it('would be seen if they were not', () => {
    const planted = [
      "setText(title, 'No prompts here');", "button('Retry', 'primary');", "element('p', { text: `${count} prompts are left` });",
      "const names = { open: 'Open it' };", "element('a', { attributes: { 'aria-label': 'Close' } });",
    ];
    for (const line of planted) assert.equal(plainTexts('a.ts', line).length, 1, line);
    const fine = [
      "setText(title, t`No prompts here`);", "element('p', { class: 'more quiet' });", "if (verdict === 'no conflict') stop();", "throw new Error('no such thing here');",
      "import { a } from './Some File';", "type A = 'one two' | 'three four';", "if (event.key === 'Escape') stop();", "element('p', { text: t`${formatCount(2, 'hard prompt')} left` });",
    ];
    for (const line of fine) assert.deepEqual(plainTexts('a.ts', line), [], line);
  });
});
