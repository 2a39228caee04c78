import assert from 'node:assert/strict';
import { eventually } from './eventually';
import type { Report } from './report';
import { closeWorkbenches, makeWorkspace, openWorkbench, photograph } from './stage';
import type { Workbench } from './workbench';

const answers = ['7', '8', '7', '7', '9', '8', '7', '7'];
const reasoned = answers.map((answer, sample) => ({
  prompt_id: 'reasoned', sample, correct: answer === '8', extracted_answer: answer, score: answer === '8' ? 1 : sample / 10, completion_tokens: 100 - sample,
  prompt: 'What is $3 + 5$?',
  response: `<think>\nSecret thought ${sample}.\n</think>\n\n## Answer\n\nSo **we add** $\\sqrt{9} + 5$, which ${answer === '8' ? 'is clearly eight' : 'seems wrong'}.\n\n\`\`\`python\ndef add(x):\n    return x + 5\n\`\`\`\n`
    + '<tool_call>{"name": "calculator"}</tool_call>\n\n<img src="https://example.com/x.png" onerror="alert(1)"> [run](javascript:alert(1)) ![far](https://example.com/far.png)\n\n'
    + `The answer is $\\boxed{${answer}}$, and it costs $5 or $6.`,
}));
const longLine = 'A line of the long response, number ';
const long = Array.from({ length: 110_000 }, (_, line) => `${longLine}${line}.`).join('\n');
const many = Array.from({ length: 4096 }, (_, sample) => ({ prompt_id: 'many', sample, correct: sample % 64 === 0, response: `Attempt ${sample}.` }));
const log = [...reasoned, { prompt_id: 'long', sample: 0, correct: false, response: long }, ...many].map((record) => JSON.stringify(record)).join('\n');

describe('somebody who reads responses', () => {
  let workbench: Workbench;
  let report: Report;
  const fetched: string[] = [];

  before(async () => {
    workbench = await openWorkbench(makeWorkspace({ 'run.jsonl': log, 'notes.txt': 'notes\n' }));
    workbench.page.on('request', (request) => fetched.push(request.url()));
    report = await workbench.inspect('run.jsonl');
    await report.open('reasoned');
  });
  after(closeWorkbenches);

  const answerChip = (answer: string) => report.pane.getByRole('group', { name: 'Answers' }).getByRole('button').filter({ has: workbench.page.locator('.answer-words').getByText(answer, { exact: true }) });
  const sampleNames = (): Promise<string[]> => report.samples.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''));

  it('sees Markdown, formulas and code', async () => {
    await report.response.locator('.markdown').getByRole('heading', { name: 'Answer' }).waitFor();
    await report.response.locator('strong').getByText('we add').waitFor();
    assert.equal(await report.response.locator('math').count(), 2);
    await report.response.locator('pre .hljs-keyword').getByText('def').waitFor();
    await report.response.getByText('and it costs $5 or $6.').waitFor();
    assert.equal(await report.pane.getByLabel('Prompt text').locator('math').count(), 1);
    await photograph(workbench, 'formatted response');
  });

  it('has reasoning and tools folded, and unfolds them for every sample', async () => {
    const thought = report.response.getByText('Secret thought 0.');
    assert.equal(await thought.count(), 0);
    await report.response.getByText(/^Reasoning/).click();
    await thought.waitFor();
    await report.samples.nth(1).click();
    await report.response.getByText('Secret thought 1.').waitFor();
    await report.response.getByText(/^Tool call/).waitFor();
  });

  it('meets nothing that runs or is fetched', async () => {
    await report.response.getByText('<img src="https://example.com/x.png" onerror="alert(1)">').waitFor();
    assert.equal(await report.pane.locator('img, script, [onerror], a[href^="javascript"]').count(), 0);
    assert.deepEqual(fetched.filter((url) => url.includes('example.com')), []);
  });

  it('sees which answers were given, the majority marked, and lists the samples of one', async () => {
    await answerChip('7').filter({ hasText: '× 5' }).filter({ hasText: 'majority' }).waitFor();
    await answerChip('8').filter({ hasText: '× 2' }).click();
    await eventually(async () => assert.deepEqual(await sampleNames(), ['sample 1, correct', 'sample 5, correct']));
    await answerChip('8').click();
    await eventually(async () => assert.equal((await sampleNames()).length, 8));
  });

  it('lists samples by verdict and length', async () => {
    await report.pane.getByRole('button', { name: '6 ✗ wrong' }).click();
    await eventually(async () => assert.equal((await sampleNames()).length, 6));
    await report.pane.getByRole('combobox', { name: 'Order of samples' }).selectOption('Length');
    await eventually(async () => assert.deepEqual(await sampleNames(), [7, 6, 4, 3, 2, 0].map((sample) => `sample ${sample}, wrong`)));
    await report.pane.getByRole('button', { name: /^Ascending/ }).click();
    await eventually(async () => assert.deepEqual((await sampleNames())[0], 'sample 0, wrong'));
    await report.pane.getByRole('button', { name: /^Descending/ }).click();
    await report.pane.getByRole('button', { name: 'All 8' }).click();
  });

  it('puts a correct one beside a wrong one and sees the words that differ', async () => {
    await report.samples.filter({ hasText: '✗' }).last().click();
    await report.pane.getByRole('checkbox', { name: 'Correct beside wrong' }).click();
    await report.pane.getByRole('checkbox', { name: 'Mark differences' }).click();
    const [left, right] = [report.response.nth(0), report.response.nth(1)];
    const marked = async (side: typeof left): Promise<string> => (await side.locator('mark').allInnerTexts()).join(' ');
    await eventually(async () => assert.match(await marked(left), /clearly eight/));
    assert.match(await marked(right), /seems wrong/);
    assert.doesNotMatch(await marked(left), /we add/);
    await photograph(workbench, 'differences');
    await report.pane.getByRole('checkbox', { name: 'Correct beside wrong' }).click();
  });

  it('sees the response as the file has it, and finds it so again after the report was hidden', async () => {
    await report.pane.getByRole('checkbox', { name: 'Raw' }).click();
    const raw = report.response.filter({ hasText: '<think>' });
    await raw.getByText('## Answer').waitFor();
    const sample = await report.samples.and(report.frame.getByRole('option', { selected: true })).getAttribute('aria-label');
    await workbench.openText('notes.txt');
    await report.answer.waitFor({ state: 'detached' });
    await workbench.tab('run.jsonl').click();
    await raw.getByText('## Answer').waitFor();
    assert.equal(await report.samples.and(report.frame.getByRole('option', { selected: true })).getAttribute('aria-label'), sample);
    assert.deepEqual(await sampleNames(), [7, 6, 5, 4, 3, 2, 1, 0].map((at) => `sample ${at}, ${answers[at] === '8' ? 'correct' : 'wrong'}`), 'the order is kept');
  });

  it('opens a response of 4 MB at once, and all of it is there', async () => {
    await report.row('long').click();
    await report.response.getByText(`${longLine}0.`).waitFor();
    assert.equal(await report.response.evaluate((node) => node.textContent), long);
    await report.response.evaluate((node) => node.scrollTo(0, node.scrollHeight));
    await report.response.getByText(`${longLine}109999.`).waitFor();
  });

  it('opens a prompt of 4,096 samples at once, and reaches the last', async () => {
    await report.row('many').click();
    await report.response.getByText(/^Attempt \d+\.$/).waitFor();
    assert.ok((await report.samples.count()) < 1000, 'only the marks in sight are there');
    await report.pane.getByRole('listbox', { name: 'Samples, in order' }).focus();
    await workbench.page.keyboard.press('End');
    // By length, which is that of the text: those of the longest numbers come last, in the order of the log.
    await report.response.getByText('Attempt 4095.').waitFor();
  });
});
