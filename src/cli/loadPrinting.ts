import type { printing } from './printing';

/** Loads what writes for people. */
export async function loadPrinting(): Promise<typeof printing> {
  return (await import('./printing')).printing;
}
