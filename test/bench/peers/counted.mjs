/**
 * Runs a peer on the log that is named on the command line and prints, as JSON, what it counted.
 * @param {(path: string) => Promise<{ samples: number, correct: number } | null> | { samples: number, correct: number } | null} count
 */
export async function counted(count) {
  console.log(JSON.stringify(await count(process.argv[2] ?? '')));
}
