export const HELP = `passk: pass@k, weights and interference from evaluation logs

  passk analyze PATH…  [--k 8] [--json] [--run NAME] [--format NAME] [--field ROLE=PATH]…
                       [--gradients FILE] [--hard-below 0.10] [--easy-above 0.85] [--errored drop|wrong]
                       [--fail-on conflict] [--fail-on 'pass@8<0.5'] [--folder DIR] [--quiet] [--threads N]
                       [--mitigate surgery|projection|cap|drop|temper] [--weights OUT.jsonl] [--metrics]
  passk compare BEFORE [AFTER]  [--k 8] [--json] [--before-run NAME] [--after-run NAME] [--format NAME]
                       [--errored drop|wrong]       AFTER may be left out when one log holds both runs
  passk summarize PATH… -o summary.jsonl  [--format NAME] [--gradients FILE] [--errored drop|wrong]
  passk flags add PROMPT_ID… [--flag negative-interference] [--note TEXT] [--run LOG] [--folder DIR]
  passk flags list [--json] | remove PROMPT_ID… | export [--as ids|jsonl|csv]   [--folder DIR]
  passk formats        the log formats, and how each is recognised

PATH is a log (.jsonl, .ndjson, plain or with .gz or .zst), several logs, a folder of shards, or a name with * and ?.
A large log is read by half of the machine's cores, or by as many threads as --threads says.
A sidecar LOG.grads.safetensors or LOG.grads.npy beside a log is found by its name.

Exit status: 0; 1 when a --fail-on condition holds; 2 for bad usage or input that cannot be read.

  passk analyze run.jsonl --k 8
  passk analyze 'rollouts/rank*.jsonl' --k 8 --json > report.json
  passk analyze run.jsonl --mitigate surgery --weights weights.jsonl
  passk compare step000.jsonl step030.jsonl --k 8
  passk analyze run.jsonl --fail-on 'pass@1<0.6' --fail-on conflict
`;
