import { FlagFile } from '../flags/flagFile';
import { flagStates } from '../flags/flagLog';

/** Per prompt id, the flag in force in a folder. */
export async function flagsFor(folder: string): Promise<Map<string, string>> {
  const { events } = await FlagFile.inFolder(folder).read();
  return new Map(flagStates(events).map(({ prompt_id, flag }) => [prompt_id, flag]));
}
