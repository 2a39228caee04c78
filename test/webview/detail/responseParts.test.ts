import assert from 'node:assert/strict';
import { responseParts } from '../../../webview/detail/responseParts';

const parts = (text: string): string[] => responseParts(text).map(({ kind, title, text: inside }) => `${kind}${title === '' ? '' : ` (${title})`}: ${inside.trim()}`);

describe('responseParts', () => {
  const cases: readonly (readonly [what: string, text: string, parts: string[]])[] = [
    ['a plain answer', 'It is 42.', ['text: It is 42.']],
    ['nothing', '', ['text: ']],
    ['reasoning before the answer', '<think>\nhm\n</think>\n\n42', ['reasoning (Reasoning): hm', 'text: 42']],
    ['empty reasoning', '<think>\n\n</think>42', ['text: 42']],
    ['reasoning that ran out of tokens', '<think>and then', ['reasoning (Reasoning, not finished): and then']],
    ['reasoning whose beginning is in the prompt', 'hm</think>42', ['reasoning (Reasoning): hm', 'text: 42']],
    ['an answer that quotes the end of a thought', '<think>a</think>b </think> c', ['reasoning (Reasoning): a', 'text: b </think> c']],
    ['Sky-T1', '<|begin_of_thought|>a<|end_of_thought|><|begin_of_solution|>b<|end_of_solution|>', ['reasoning (Reasoning): a', 'text: b']],
    ['Magistral', '[THINK]a[/THINK]b', ['reasoning (Reasoning): a', 'text: b']],
    ['harmony', '<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>b<|return|>', ['reasoning (Reasoning): a', 'text: b']],
    ['a tool that is called and answers', 'let me see <tool_call>{"name":"f"}</tool_call><tool_response>1</tool_response> so 1', ['text: let me see', 'tool (Tool call): {"name":"f"}', 'tool (Tool result): 1', 'text: so 1']],
    ['two thoughts', '<think>a</think>b<think>c</think>d', ['reasoning (Reasoning): a', 'text: b', 'reasoning (Reasoning): c', 'text: d']],
    ['text around', 'a<think>b</think>c', ['text: a', 'reasoning (Reasoning): b', 'text: c']],
  ];
  for (const [what, text, expected] of cases) it(`parts ${what}`, () => assert.deepEqual(parts(text), expected));

  it('loses no letter of a plain text', () => {
    for (const text of [' spaces \n', '<thinker>', '< think >', '</tool_call>', 'a <|return|> b']) assert.deepEqual(responseParts(text).map((part) => part.text), [text]);
  });

  it('reads 5 MB with many marks in a moment', () => {
    const begin = performance.now();
    assert.equal(responseParts('<think>a</think>b '.repeat(300_000)).length, 600_000);
    assert.equal(responseParts('<think>'.repeat(700_000)).length, 1);
    assert.ok(performance.now() - begin < 3000);
  });
});
