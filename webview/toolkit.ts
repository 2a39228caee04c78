import {
  provideVSCodeDesignSystem, vsCodeButton, vsCodeCheckbox, vsCodeProgressRing, vsCodeTextField, type Button, type Checkbox, type TextField,
} from '@vscode/webview-ui-toolkit';

provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeCheckbox(), vsCodeProgressRing(), vsCodeTextField());

/** The only file that knows the toolkit: the components in use, made by plain functions. */
export function button(text: string, appearance: 'primary' | 'secondary' | 'icon', onClick: () => void): Button {
  const made = document.createElement('vscode-button') as Button;
  made.setAttribute('appearance', appearance);
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}

/** A labelled text field; `onChange` is told while typing, `onEnter` when Enter is pressed. */
export function textField(
  label: string,
  options: { readonly placeholder?: string; readonly visibleLabel: boolean; readonly size?: number },
  onChange: (value: string) => void,
  onEnter?: (value: string) => void,
): TextField {
  const made = document.createElement('vscode-text-field') as TextField;
  // On entering the document the component names itself by its text, or "Text field" whatever aria-label said before.
  made.textContent = label;
  made.classList.toggle('unlabelled', !options.visibleLabel);
  if (options.placeholder !== undefined) made.setAttribute('placeholder', options.placeholder);
  if (options.size !== undefined) made.setAttribute('size', String(options.size));
  made.addEventListener('input', () => onChange(made.value));
  if (onEnter !== undefined) {
    made.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Enter') onEnter(made.value);
    });
  }
  return made;
}

export function checkbox(label: string, onChange: (checked: boolean) => void): Checkbox {
  const made = document.createElement('vscode-checkbox') as Checkbox;
  made.textContent = label;
  made.addEventListener('change', () => onChange(made.checked));
  return made;
}

/** A sign that something goes on, beside a text that says what: whatever it is told, it tells screen readers "Loading" in English. */
export function progressRing(): HTMLElement {
  const made = document.createElement('vscode-progress-ring');
  made.setAttribute('aria-hidden', 'true');
  return made;
}

/** Components that take text: keys typed in them are no commands. */
export function takesText(focused: Element | null): boolean {
  return focused !== null && ['VSCODE-TEXT-FIELD', 'INPUT', 'TEXTAREA', 'SELECT'].includes(focused.tagName)
    && focused.getAttribute('type') !== 'range';
}
