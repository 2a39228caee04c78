import type { SurfaceContext } from './surfaceContext';

/** Reads again what is shown: the log in the active editor, all flags, the list of runs. */
export async function refresh({ editors, stores, refreshing }: SurfaceContext): Promise<void> {
  editors.active?.document.restart();
  refreshing.fire();
  await Promise.all(stores.all.map((store) => store.refresh()));
}
