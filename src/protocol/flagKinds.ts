/** The kinds of flags on offer; another tool may have written others. */
export const flagKinds: readonly string[] = ['negative-interference', 'hard', 'bad-verifier', 'bad-prompt', 'review'];
