import type { Context } from 'mocha';
import { closeWorkbenches, photographFailure, strike } from './stage';

/** What mocha does around every end-to-end test. */
export const mochaHooks = {
  async afterEach(this: Context): Promise<void> {
    if (this.currentTest?.state === 'failed') await photographFailure(this.currentTest.fullTitle());
  },
  async afterAll(): Promise<void> {
    await closeWorkbenches();
    await strike();
  },
};
