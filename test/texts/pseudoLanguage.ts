import { textList } from '../rules/textList';
import { root } from '../run/command.mjs';

/** "{0} of {1} prompts" -> "{0}⟦ of ⟧{1}⟦ prompts⟧": what is set into a text stays outside, so that it shows whether it was looked up itself. */
export function pseudo(text: string): string {
  return text.split(/(\{\d+\})/).map((part, at) => (at % 2 === 1 || part === '' ? part : `⟦${part}⟧`)).join('');
}

/** Every text of the product in a language that no text can be in by chance. */
export function pseudoTranslations(): Record<string, string> {
  const texts = Object.keys(JSON.parse(textList(root)) as object);
  return Object.fromEntries(texts.map((text) => [text, pseudo(text)]));
}

/** The words of a text that was shown in that language and were not looked up; what a log or the machine says may be among them. */
export function untranslated(shown: string): string[] {
  return shown.replace(/⟦[^⟧]*⟧/g, ' ').match(/\p{L}[\p{L}'’-]+/gu) ?? [];
}
