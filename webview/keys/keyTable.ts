import type { ViewAct } from '../../src/protocol/messages';

/**
 * The keys as they come with the extension. They are keybindings of the editor (commands passk.<act>), so they can be bound
 * anew; package.json is compared with this table by a test.
 */
export const keyTable: readonly { readonly act: ViewAct; readonly key: string; readonly does: string }[] = [
  { act: 'nextPrompt', key: 'J', does: 'Open the next prompt of the table' },
  { act: 'previousPrompt', key: 'K', does: 'Open the previous prompt of the table' },
  { act: 'nextSample', key: 'L', does: 'Next sample of the prompt' },
  { act: 'previousSample', key: 'H', does: 'Previous sample of the prompt' },
  { act: 'moreK', key: ']', does: 'More k' },
  { act: 'lessK', key: '[', does: 'Less k' },
  { act: 'flag', key: 'F', does: 'Flag the prompt' },
  { act: 'openSource', key: 'O', does: 'Open the source line of the sample' },
  { act: 'filter', key: '/', does: 'Filter the prompts' },
  { act: 'closePrompt', key: 'Escape', does: 'Close the prompt' },
  { act: 'showKeys', key: '?', does: 'Show these keys' },
];
