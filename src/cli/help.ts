export const HELP = `passk: pass@k, weights and interference from evaluation logs

  passk analyze PATH…  [--k 8] [--json] [--run NAME] [--metrics] [--bounds] [--summary markdown|latex]
                       [--hard-below 0.10] [--easy-above 0.85] [--folder DIR] [--index-dir DIR]
                       [--fail-on conflict] [--fail-on 'pass@8<0.5']
                       [--mitigate surgery|projection|cap|drop|temper] [--weights OUT.jsonl] [--to TRAINER]
  passk compare BEFORE [AFTER]  [--k 8] [--json] [--before-run NAME] [--after-run NAME]
                       [--fail-on 'pass@1 drops'] [--fail-on 'pass@8 drops>0.02']
                       AFTER may be left out when one log holds both runs
  passk summarize PATH… -o summary.jsonl     summaries add up: analyze takes them like logs, several at once
  passk flags add PROMPT_ID… [--flag negative-interference] [--note TEXT] [--run LOG] [--folder DIR]
  passk flags add --rule RULE --run LOG [--k 8] [--dry-run]      flags all prompts that a filter names
  passk flags list [--json] | remove PROMPT_ID… | undo | history PROMPT_ID   [--folder DIR]
  passk flags export [--as ids|jsonl|csv]
  passk flags export --to TRAINER --run LOG -o OUT.jsonl [--weights even|pass@k]     without the flagged
  passk formats        the log formats, and how each is recognised

For all that read logs:  [--format NAME] [--format-field ROLE=PATH]… [--gradients FILE]
                         [--errored drop|wrong] [--threads N] [--quiet]

PATH is a log (.jsonl, .ndjson, plain or with .gz or .zst; .json, .eval, .parquet), several, a folder of
shards, or a pattern: 'runs/**/rank*.jsonl', 'step{1,2}.jsonl'.
A large log is read by half of the machine's cores, or by as many threads as --threads says.
With --index-dir what was read of it is kept in DIR, and it is not read again until it changes.
A sidecar LOG.grads.safetensors or LOG.grads.npy beside a log is found by its name.
ROLE is prompt, verdict, score, response, answer, …; PATH is a field such as meta.task_id.
RULE is a filter of the report's table: group:hard agreement<0 weight>median q<=0.05 "part of an id".
TRAINER is verl, trl, openrlhf, prime-rl or open-instruct: docs/training.md says which option reads the file.

Exit status: 0; 1 when a --fail-on condition holds; 2 for bad usage or input that cannot be read.
Progress is shown on a terminal only. Colours follow NO_COLOR and FORCE_COLOR.

  passk analyze run.jsonl --k 8
  passk analyze 'rollouts/rank*.jsonl' --k 8 --json > report.json
  passk analyze run.jsonl --format-field prompt=meta.task_id --format-field verdict=reward
  passk analyze run.jsonl --mitigate surgery --weights train.jsonl --to verl
  passk analyze run.jsonl --fail-on 'pass@1<0.6' --fail-on conflict
  passk compare step000.jsonl step030.jsonl --k 8 --fail-on 'pass@1 drops'
  passk flags add --rule 'interference:negative weight>median' --run run.jsonl --note 'step 0'
  passk flags export --to verl --run run.jsonl -o train.verl.jsonl
`;
