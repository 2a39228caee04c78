import { element } from './element';

/**
 * A dropdown of plain words; setting its value from outside does not tell `onChange`. It is the browser's own: the toolkit's is
 * a sixth of all its components, 25 KB of the first load, and has no value before it is in the document.
 */
export function dropdown(label: string, values: readonly string[], onChange: (value: string) => void): HTMLSelectElement {
  const made = element('select', { class: 'dropdown', attributes: { 'aria-label': label } }, ...values.map(option));
  made.addEventListener('change', () => onChange(made.value));
  return made;
}

export function option(value: string): HTMLOptionElement {
  return element('option', { text: value, attributes: { value } });
}
