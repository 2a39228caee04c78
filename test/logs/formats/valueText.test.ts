import assert from 'node:assert/strict';
import { fieldTexts } from '../../../src/logs/formats/fieldTexts';
import type { JsonValue } from '../../../src/logs/formats/logFormat';
import { valueText } from '../../../src/logs/formats/valueText';

describe('valueText', () => {
  const call = { id: 'c1', type: 'function', function: { name: 'add', arguments: '{"a":1}' } };
  const cases: readonly (readonly [what: string, value: JsonValue, text: string | null])[] = [
    ['a string', 'a', 'a'],
    ['a number', 7, '7'],
    ['nothing', null, null],
    ['a chat', [{ role: 'user', content: 'Hi' }, { role: 'assistant', content: 'Hello' }], 'user: Hi\n\nassistant: Hello'],
    ['parts of a message', { role: 'user', content: [{ type: 'text', text: 'a' }, 'b', { type: 'image', url: 'x' }] }, `user: a\nb\n${JSON.stringify({ type: 'image', url: 'x' }, null, 2)}`],
    ['reasoning beside the content', { role: 'assistant', content: '42', reasoning_content: 'hm' }, 'assistant: <think>\nhm\n</think>\n42'],
    ['reasoning that is blank', { role: 'assistant', content: '42', reasoning: ' ' }, 'assistant: 42'],
    ['reasoning as a part', { role: 'assistant', content: [{ type: 'reasoning', reasoning: 'hm' }, { type: 'text', text: '42' }] }, 'assistant: <think>\nhm\n</think>\n42'],
    ['a call without content', { role: 'assistant', content: null, tool_calls: [call] }, `assistant: <tool_call>\n${JSON.stringify(call.function, null, 2)}\n</tool_call>`],
    ['a call that is written as text', { role: 'assistant', content: 'so', tool_calls: ['{"name":"add"}'] }, 'assistant: so\n<tool_call>\n{"name":"add"}\n</tool_call>'],
    ['what a tool said', { role: 'tool', content: '3' }, 'tool: <tool_response>\n3\n</tool_response>'],
  ];
  for (const [what, value, text] of cases) it(`writes ${what}`, () => assert.equal(valueText(value), text));
});

describe('fieldTexts', () => {
  const response = (record: Record<string, JsonValue>, path: string): string | null => fieldTexts(record, { verdict: 'ok', response: path }, 0).response;

  it('puts the reasoning that stands beside a response before it', () => {
    assert.equal(response({ ok: true, message: { content: '42', reasoning: 'hm' } }, 'message.content'), '<think>\nhm\n</think>\n42');
    assert.equal(response({ ok: true, response: '42', reasoning_content: 'hm' }, 'response'), '<think>\nhm\n</think>\n42');
  });

  it('takes no judge for the model', () => assert.equal(response({ ok: true, response: '42', reasoning: 'It is right.' }, 'response'), '42'));

  it('gives each sample of a list its own', () => {
    const record = { ok: [true, false], responses: ['a', 'b'], reasoning_content: ['hm', 'oh'] };
    assert.equal(fieldTexts(record, { verdict: 'ok', response: 'responses' }, 1).response, '<think>\noh\n</think>\nb');
  });
});
