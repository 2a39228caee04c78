/** Lets messages in, a wish to stop among them. @throws the signal's reason when aborted */
export async function pause(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
