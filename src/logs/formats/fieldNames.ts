/** Names that fields of one role have in the wild, the surest first, in lower_snake_case. */
export const fieldNames = {
  prompt: [
    'prompt_id', 'question_id', 'problem_id', 'task_id', 'example_id', 'doc_id', 'instance_id', 'item_id', 'case_id', 'query_id', 'prompt_idx', 'prompt_index',
    'problem_idx', 'question_idx', 'task_idx', 'task_index', 'group_id', 'group_idx', 'group_index', 'unique_id', 'qid', 'pid', 'id', '_id', 'idx', 'index', 'uid', 'uuid', 'i',
    // The name of a member in one document, which recogniseFormat adds.
    '$key',
  ],
  verdict: [
    'correct', 'is_correct', 'correctness', 'passed', 'is_pass', 'is_passed', 'solved', 'is_solved', 'resolved', 'success', 'successful', 'pass', 'symbolic_correct',
    'correct_list', 'corrects', 'graded_list', 'valid', 'verdict', 'verdicts', 'exact_match', 'acc', 'accuracy', 'is_valid', 'grade', 'judgement', 'judgment',
    'result', 'results', 'status', 'outcome', 'score_binarized', 'score', 'scores', 'reward', 'rewards', 'final_reward', 'total_reward', 'label', 'em', 'value',
  ],
  sample: [
    'sample', 'sample_idx', 'sample_index', 'sample_id', 'sample_num', 'attempt', 'attempt_id', 'attempt_idx', 'attempt_index', 'trial', 'trial_id', 'rollout',
    'rollout_id', 'rollout_idx', 'rollout_index', 'completion_id', 'completion_idx', 'response_idx', 'response_id', 'generation_idx', 'generation_id', 'gen_idx', 'gen_id',
    'epoch', 'repeat', 'rep', 'try', 'seed', 'traj_idx', 'k', 'idx', 'index', 'i',
  ],
  run: ['run', 'run_name', 'checkpoint', 'ckpt', 'global_step', 'step', 'training_step', 'iteration', 'phase', 'run_id', 'policy', 'model', 'model_name', 'model_id', 'alias'],
  promptText: [
    'prompt', 'question', 'problem', 'prompt_text', 'input_prompt', 'question_content', 'problem_statement', 'instruction', 'query', 'input', 'inputs', 'task', 'text',
  ],
  response: [
    'response', 'responses', 'completion', 'completions', 'output', 'outputs', 'generation', 'generations', 'generated_text', 'generated', 'model_output', 'model_response',
    'output_response', 'output_list', 'rollout', 'raw_output', 'prediction_text', 'code', 'code_list', 'solution', 'solutions', 'generate_code', 'text', 'messages', 'trajectory', 'traj',
  ],
  answer: [
    'extracted_answer', 'predicted_answer', 'pred_answer', 'model_answer', 'parsed_answer', 'extracted', 'pred', 'preds', 'pred_value', 'prediction', 'predictions',
    'predicted', 'final_answer', 'picked', 'answer',
  ],
  target: [
    'target', 'gold', 'gt', 'ground_truth', 'expected_answer', 'gold_answer', 'correct_answer', 'reference_answer', 'reference', 'expected', 'ideal', 'gts', 'answer', 'label', 'solution',
  ],
  category: ['category', 'group', 'subject', 'topic', 'level', 'difficulty', 'domain', 'data_source', 'type'],
  length: [
    'num_generated_tokens', 'completion_tokens', 'response_tokens', 'output_tokens', 'generated_tokens', 'num_completion_tokens', 'num_output_tokens', 'num_tokens', 'n_tokens',
    'token_count', 'response_length', 'response_len', 'completion_length', 'completion_len', 'output_length', 'output_len', 'generation_length', 'gen_len', 'length',
  ],
  n: ['n', 'n_samples', 'num_samples', 'n_rollouts', 'num_rollouts', 'n_attempts', 'num_attempts', 'attempts', 'n_total', 'total', 'trials', 'num_trials', 'count'],
  c: ['c', 'n_correct', 'num_correct', 'n_passed', 'num_passed', 'n_success', 'successes', 'passes', 'passed', 'correct', 'correct_count', 'num_success'],
  scoreGrad: ['score_grad', 'score_grads', 'score_gradient'],
} as const;
