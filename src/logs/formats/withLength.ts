import { firstOf } from './firstOf';
import type { FieldMap, JsonObject } from './logFormat';

/** Where harnesses write how many tokens a response has. */
const PATHS = [
  'num_generated_tokens', 'completion_tokens', 'response_tokens', 'output_tokens', 'num_tokens', 'response_length', 'completion_length', 'usage.completion_tokens', 'usage.output_tokens',
  'token_usage.completion_tokens', 'token_usage.output_tokens', 'output.usage.output_tokens', 'response.usage.output_tokens', 'response.usage.completion_tokens', 'response.tokenUsage.completion',
  'generation_info.num_tokens',
];

/** Fields with that of the response's length added, where the records have one beside a response. */
export function withLength(fields: FieldMap, records: readonly JsonObject[]): FieldMap {
  if (fields.length !== undefined || fields.response === undefined) return fields;
  const length = firstOf(records, PATHS, (value) => typeof value === 'number');
  return length === undefined ? fields : { ...fields, length };
}
