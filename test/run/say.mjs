/** Something this machine lacks. The message is one sentence: what is missing and how to get it. */
export class Lacking extends Error {}

/** Seconds since a `performance.now()`, as shown to people. */
export function secondsSince(/** @type {number} */ started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/**
 * Does one step of a run and says so: a running clock on a terminal, a line now and then elsewhere.
 * @template T
 * @param {string} title what is being done, "Installing packages"
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now();
  const terminal = process.stdout.isTTY;
  const show = () => process.stdout.write(terminal ? `\r${title} … ${Math.round((performance.now() - started) / 1000)} s ` : `${title} …\n`);
  show();
  const clock = setInterval(show, terminal ? 1000 : 30_000);
  try {
    const result = await work();
    process.stdout.write(`${terminal ? '\r' : ''}${title}: done in ${secondsSince(started)}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${terminal ? '\r' : ''}${title}: failed after ${secondsSince(started)}\n`);
    throw error;
  } finally {
    clearInterval(clock);
  }
}

/** Ends a program that failed: one sentence for what the machine lacks, the whole error for anything else. */
export function explain(/** @type {unknown} */ error) {
  console.error(error instanceof Lacking ? `\n${error.message}` : error);
}
