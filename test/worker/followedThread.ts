import assert from 'node:assert/strict';
import type { RunSnapshot } from '../../src/protocol/messages';
import { WorkerThread } from './workerThread';

/** A thread that follows a log, another in each test of a describe: built before the first, ended after each. */
export class FollowedThread {
  #thread: WorkerThread | undefined;

  constructor() {
    before(() => WorkerThread.build());
    afterEach(() => this.#thread?.end());
  }

  get thread(): WorkerThread {
    assert.ok(this.#thread, 'a log has been opened');
    return this.#thread;
  }

  start(path: string, follow = true): void {
    this.#thread = new WorkerThread([path], { follow });
  }

  /** What the log holds at first. */
  async open(path: string): Promise<RunSnapshot> {
    this.start(path);
    const run = await this.next();
    assert.equal(run.following, true);
    return run;
  }

  /** What it holds once it is read again. */
  async next(): Promise<RunSnapshot> {
    return (await this.thread.next('run')).run;
  }
}
