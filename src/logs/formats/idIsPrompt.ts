import { jsonText } from './jsonText';
import type { JsonObject } from './logFormat';
import { valueAt } from './valueAt';

/**
 * Whether an id field tells prompts apart, judged by the prompt texts of the first records. It does not where one id
 * stands beside several texts (old verifiers files count rows under that name), nor where every record has an id of its
 * own while texts come again (then it names the sample). Texts that never come again prove nothing, as an environment
 * may deal a new text each time.
 */
export function idIsPrompt(records: readonly JsonObject[], idPath: string, textPath: string): boolean {
  const textsOf = new Map<string, Set<string>>();
  const texts = new Set<string>();
  let both = 0;
  for (const record of records) {
    const id = valueAt(record, idPath);
    const text = valueAt(record, textPath);
    if (id === undefined || text === undefined || text === null) continue;
    const idText = jsonText(id);
    const known = textsOf.get(idText) ?? new Set<string>();
    textsOf.set(idText, known.add(jsonText(text)));
    texts.add(jsonText(text));
    both++;
  }
  if (texts.size === both) return true;
  if (textsOf.size === both) return false;
  return [...textsOf.values()].every((own) => own.size === 1);
}
