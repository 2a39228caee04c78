import { askForRuns } from './askForRuns';
import { chosenRuns } from './chosenRuns';
import { comparisonUri } from './comparisonUri';
import type { SurfaceContext } from './surfaceContext';

/**
 * Compares runs: those that are selected, else those that the user picks.
 *
 * @param clicked what the menu was opened on
 * @param selected all that is selected, in the order of the list
 */
export async function compareRuns({ editors, places }: SurfaceContext, clicked?: unknown, selected?: unknown): Promise<void> {
  const chosen = chosenRuns(clicked, selected);
  const runs = chosen.length > 1 ? chosen : await askForRuns(places.extensionUri, editors, chosen[0]);
  if (runs !== undefined) await editors.open(comparisonUri(runs));
}
