export interface ElementOptions {
  readonly class?: string;
  /** Text of a log may go here and nowhere else: it is set as textContent. */
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly onClick?: (event: MouseEvent) => void;
}

/** Makes an element. There is no way to pass markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  options: ElementOptions = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (options.class !== undefined) made.className = options.class;
  if (options.text !== undefined) made.textContent = options.text;
  for (const [name, value] of Object.entries(options.attributes ?? {})) made.setAttribute(name, value);
  const { onClick } = options;
  if (onClick !== undefined) made.onclick = onClick;
  made.append(...children);
  return made;
}

/** Sets a text only where it differs, so that a screen reader and the layout are left in peace. */
export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
