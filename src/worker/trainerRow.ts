import type { Trainer } from '../protocol/exporting';
import type { PromptContent } from './promptContent';

/** A prompt that is to be trained on. */
export interface TrainedPrompt extends PromptContent {
  readonly id: string;
  /** Its row in the run. */
  readonly index: number;
  readonly weight: number;
}

/**
 * One row of a trainer's data set, in the columns that the trainer itself reads; id and weight stand where it hands them on to a
 * reward function. Which option reads what, and from which version that was taken, is in docs/training.md.
 */
export function trainerRow(to: Trainer, prompt: TrainedPrompt, dataSource: string): object {
  const { id, index, messages, text, weight } = prompt;
  const target = prompt.target ?? '';
  switch (to) {
    case 'verl':
      return {
        data_source: dataSource,
        prompt: messages,
        reward_model: { style: 'rule', ground_truth: target },
        extra_info: { index, prompt_id: id, reward_weight: weight },
      };
    case 'trl':
      return { prompt: messages, ground_truth: target, prompt_id: id, reward_weight: weight };
    case 'openrlhf':
      // One column goes to the reward function as it is, so it carries all three.
      return { input: isOneQuestion(messages) ? text : messages, label: JSON.stringify({ ground_truth: target, prompt_id: id, reward_weight: weight }), datasource: dataSource };
    case 'prime-rl':
      return { prompt: messages, answer: target, info: JSON.stringify({ prompt_id: id, reward_weight: weight }) };
    case 'open-instruct':
      return { messages, ground_truth: target, dataset: dataSource, prompt_id: id, reward_weight: weight };
  }
}

function isOneQuestion(messages: PromptContent['messages']): boolean {
  return messages.length === 1 && messages[0].role === 'user';
}
