import type { ExtensionPlaces } from './flagHome';
import type { FlagStores } from './flagStores';
import type { RefreshSignal } from './refreshSignal';
import type { RunEditorProvider } from './runEditorProvider';

/**
 * The state that the surfaces share with the editor. The bundle of the surfaces holds code and no state of its own: whatever
 * lives in this window only once is handed over in here.
 */
export interface SurfaceContext {
  readonly places: ExtensionPlaces;
  readonly editors: RunEditorProvider;
  readonly stores: FlagStores;
  readonly refreshing: RefreshSignal;
}
