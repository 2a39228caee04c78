import { isList } from '../isList';
import { DEFAULT_THRESHOLD, readVerdict } from '../verdicts';
import { fieldNames } from './fieldNames';
import { idIsPrompt } from './idIsPrompt';
import { isBooleans } from './isBooleans';
import { jsonText } from './jsonText';
import type { Detection, FieldRole, JsonObject, JsonValue } from './logFormat';
import { surveyFields, type SurveyedField } from './surveyFields';

/** Guesses what is read as what in records of no known harness, from names and values. null: no verdict, or no prompt. */
export function guessFields(records: readonly JsonObject[]): Detection | null {
  const all = surveyFields(records);
  // A field that only a few records have belongs to another shape of record.
  const common = all.filter((field) => field.values.length * 4 >= records.length);
  const flat = common.filter((field) => !field.inList);
  const counted = countFields(flat);
  // Counts that only some records have sum up the samples of the others.
  const counts = counted !== null && (verdictField(flat)?.values.length ?? 0) > counted.n.values.length ? null : counted;
  const verdict = counts !== null && !hasSampleList(common) ? null : verdictField(common);
  if (verdict === null && counts === null) return null;
  const list = verdict?.inList === true ? verdict.path.slice(0, verdict.path.indexOf('.*.')) : null;
  const beside = list === null ? flat : common.filter((field) => field.path.startsWith(`${list}.*.`));
  const taken = new Set<string>(verdict === null ? [counts?.n.path ?? '', counts?.c.path ?? ''] : [verdict.path]);

  const promptText = pick(fieldNames.promptText, flat, taken, isText);
  const prompt = promptField(flat, taken, promptText, records);
  if (prompt === null && (promptText === null || promptText.values.length * 2 < records.length)) return null;
  if (prompt !== null) taken.add(prompt.path);
  if (promptText !== null) taken.add(promptText.path);
  const response = pick(fieldNames.response, beside, taken, isTextOrTexts) ?? pick(fieldNames.response, flat, taken, isTextOrTexts);
  if (response !== null) taken.add(response.path);
  const sample = verdict === null || holdsLists(verdict) ? null : sampleField(flat, taken, prompt ?? promptText, records.length);
  if (sample !== null) taken.add(sample.path);
  const run = runField(flat, taken, records.length);
  if (run !== null) taken.add(run.path);
  const { answer, target } = answerFields(beside, flat, taken);
  const category = pick(fieldNames.category, flat, taken, isScalar);
  const length = pick(fieldNames.length, beside, taken, isCountOrCounts);
  const scoreGrad = pick(fieldNames.scoreGrad, all.filter((field) => !field.inList), taken, isList);

  const fields: Partial<Record<FieldRole, string>> = {};
  const set = (role: FieldRole, field: SurveyedField | null): void => {
    if (field !== null) fields[role] = field.path;
  };
  set('prompt', prompt);
  set('verdict', verdict);
  if (verdict === null) {
    set('n', counts?.n ?? null);
    set('c', counts?.c ?? null);
  }
  set('sample', sample);
  set('run', run);
  set('promptText', promptText);
  set('response', response);
  set('answer', answer);
  set('target', target);
  set('category', category);
  set('length', length);
  set('scoreGrad', scoreGrad);
  return { confidence: confidenceOf(verdict, prompt), fields };
}

function confidenceOf(verdict: SurveyedField | null, prompt: SurveyedField | null): number {
  const plain = verdict === null || verdict.values.every((value) => (isList(value) ? value.every(isPlainVerdict) : isPlainVerdict(value)));
  return (plain ? 0.6 : 0.4) + (prompt === null ? 0 : 0.1);
}

function isPlainVerdict(value: JsonValue): boolean {
  return value === null || typeof value === 'boolean' || value === 0 || value === 1 || typeof value === 'string';
}

/** The first field, by the order of names, then by depth, whose values suit: three in four, as one odd line must not hide a field. */
function pick(names: readonly string[], fields: readonly SurveyedField[], taken: ReadonlySet<string>, suits: (value: JsonValue) => boolean): SurveyedField | null {
  for (const name of names) {
    let best: SurveyedField | null = null;
    for (const field of fields) {
      if (field.name !== name || taken.has(field.path)) continue;
      const known = field.values.filter((value) => value !== null);
      if (known.length === 0 || known.filter(suits).length * 4 < known.length * 3) continue;
      if (best === null || field.depth < best.depth) best = field;
    }
    if (best !== null) return best;
  }
  return null;
}

function verdictField(fields: readonly SurveyedField[]): SurveyedField | null {
  // "value" is a verdict only as the list that a whole record is.
  const candidates = fields.filter((field) => field.name !== 'value' || field.values.every(isBooleans));
  return pick(fieldNames.verdict, candidates, new Set(), (value) =>
    isList(value) ? value.length > 0 && value.every(isVerdict) && isPerSample(value, fields) : isVerdict(value));
}

function isVerdict(value: JsonValue): boolean {
  return value === null || readVerdict(value, DEFAULT_THRESHOLD).verdict !== 'unscored';
}

/** Numbers in a list may be scores of tokens; they are those of samples when something else comes as often. */
function isPerSample(value: readonly JsonValue[], fields: readonly SurveyedField[]): boolean {
  if (value.every((item) => typeof item !== 'number')) return true;
  return fields.some((field) => (fieldNames.response as readonly string[]).includes(field.name)
    && field.values.some((other) => other !== value && isList(other) && other.length === value.length))
    || fields.some((field) => field.inList && field.values.includes(value));
}

function holdsLists(field: SurveyedField): boolean {
  return field.inList || field.values.some(isList);
}

function hasSampleList(fields: readonly SurveyedField[]): boolean {
  const verdict = verdictField(fields);
  return verdict !== null && holdsLists(verdict);
}

function countFields(fields: readonly SurveyedField[]): { n: SurveyedField; c: SurveyedField } | null {
  const n = pick(fieldNames.n, fields, new Set(), isCount) ?? listLength(fields);
  if (n === null) return null;
  const c = pick(fieldNames.c, fields, new Set([n.path]), isCount);
  if (c === null || c.depth !== n.depth) return null;
  // 0 and 1 under such a name are verdicts, whatever else is counted beside them.
  if ((c.name === 'correct' || c.name === 'passed') && c.values.every((value) => value === 0 || value === 1)) return null;
  const totals = new Map(n.records.map((record, at) => [record, n.values[at]]));
  const fitting = c.records.filter((record, at) => Number(c.values[at]) <= Number(totals.get(record)));
  return fitting.length * 4 >= c.records.length * 3 ? { n, c } : null;
}

/** Beside a number of correct ones, the texts of all say how many there are: "responses.*" is as many as the list has. */
function listLength(fields: readonly SurveyedField[]): SurveyedField | null {
  const c = pick(fieldNames.c.filter((name) => name.includes('_')), fields, new Set(), isCount);
  const list = c === null ? null : pick([...fieldNames.response, ...fieldNames.answer], fields, new Set(), (value) => isList(value) && value.length > 0 && value.every((item: JsonValue) => item === null || isScalar(item)));
  if (c === null || list === null) return null;
  return { ...list, path: `${list.path}.*`, values: list.values.map((value) => (isList(value) ? value.length : null)) };
}

/** Names so common that, deeper inside a record, they are the ids of other things. */
const WEAK_IDS: ReadonlySet<string> = new Set(['id', '_id', 'idx', 'index', 'uid', 'uuid', 'i', 'task_id']);

/** Names that may as well number the rows: only these are doubted where the prompts' texts say otherwise. */
const ROW_NAMES: ReadonlySet<string> = new Set(['id', '_id', 'idx', 'index', 'uid', 'uuid', 'i']);

function promptField(fields: readonly SurveyedField[], taken: ReadonlySet<string>, text: SurveyedField | null, records: readonly JsonObject[]): SurveyedField | null {
  const candidates = fields.filter((field) => field.values.length * 2 >= records.length && (field.depth === 1 || !WEAK_IDS.has(field.name)));
  const id = pick(fieldNames.prompt, candidates, taken, isScalar);
  return id !== null && text !== null && ROW_NAMES.has(id.name) && !idIsPrompt(records, id.path, text.path) ? null : id;
}

/** Names that mostly number something else. */
const WEAK_SAMPLES: ReadonlySet<string> = new Set(['idx', 'index', 'i', 'k', 'seed', 'epoch', 'repeat', 'rep', 'try']);

/**
 * A number that tells the samples of a prompt apart: (prompt, number) hardly ever comes twice among the first records,
 * and never where the name says little. Samples would be lost as duplicates otherwise.
 */
function sampleField(fields: readonly SurveyedField[], taken: ReadonlySet<string>, prompt: SurveyedField | null, records: number): SurveyedField | null {
  const sample = pick(fieldNames.sample, fields, taken, isCount);
  if (sample === null || prompt === null || sample.values.length * 2 < records) return null;
  const promptOf = new Map(prompt.records.map((record, at) => [record, jsonText(prompt.values[at] ?? null)]));
  const pairs = new Set(sample.records.map((record, at) => `${String(sample.values[at])} ${promptOf.get(record) ?? ''}`));
  const repeated = sample.values.length - pairs.size;
  const allowed = WEAK_SAMPLES.has(sample.name) || new Set(sample.values).size === 1 ? 0 : sample.values.length / 2;
  return repeated <= allowed ? sample : null;
}

/** A name that a few runs share; one that is new on every line is no run. */
function runField(fields: readonly SurveyedField[], taken: ReadonlySet<string>, records: number): SurveyedField | null {
  const candidates = fields.filter((field) => field.depth === 1 && field.values.length * 2 >= records
    && (records <= 2 || new Set(field.values).size < records));
  return pick(fieldNames.run, candidates, taken, isScalar);
}

/** "answer" is the model's where another field holds the gold one, or where there is only that; else the gold one. */
function answerFields(beside: readonly SurveyedField[], flat: readonly SurveyedField[], taken: ReadonlySet<string>): { answer: SurveyedField | null; target: SurveyedField | null } {
  const answer = pick(fieldNames.answer, beside, taken, isShown);
  const withoutAnswer = new Set([...taken, answer?.path ?? '']);
  return { answer, target: pick(fieldNames.target, flat, withoutAnswer, isShown) };
}

function isText(value: JsonValue): boolean {
  return typeof value === 'string' || isChat(value);
}

function isTextOrTexts(value: JsonValue): boolean {
  return isText(value) || (isList(value) && value.every((item: JsonValue) => item === null || isText(item)));
}

function isChat(value: JsonValue): boolean {
  return isList(value) && value.length > 0 && value.every((item: JsonValue) => item !== null && typeof item === 'object' && 'role' in item);
}

function isScalar(value: JsonValue): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function isShown(value: JsonValue): boolean {
  return value !== null;
}

/** One length, or one a sample. */
function isCountOrCounts(value: JsonValue): boolean {
  return isCount(value) || (isList(value) && value.length > 0 && value.every((item: JsonValue) => item === null || isCount(item)));
}

function isCount(value: JsonValue): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
