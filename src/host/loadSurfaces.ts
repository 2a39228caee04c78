import type { surfaces } from './surfaces';

/** Loads the surfaces' bundle, once: the import is left in the code as it stands here. */
export async function loadSurfaces(): Promise<typeof surfaces> {
  return (await import('./surfaces')).surfaces;
}
