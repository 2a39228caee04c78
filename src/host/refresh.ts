import type { SurfaceContext } from './surfaceContext';

/** Reads again what is shown: the log in the active editor, and all flags. */
export async function refresh({ editors, stores }: SurfaceContext): Promise<void> {
  editors.active?.document.restart();
  await Promise.all(stores.all.map((store) => store.refresh()));
}
