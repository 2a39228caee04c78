import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import type { RunOptions, ToView, ToWorker, WorkerData } from '../../src/protocol/messages';

const SCRIPT = resolve('out/test/worker.js');
const OPTIONS: RunOptions = { k: 4, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop', formats: {} };

/** A real thread on real files, and all that it said. */
export class WorkerThread {
  /** Every message so far. */
  readonly heard: ToView[] = [];
  readonly #worker: Worker;
  #next = 0;
  #wake: () => void = () => {};

  constructor(paths: readonly string[], { indexFolder, checkpoints, translations, ...options }: Partial<RunOptions> & Pick<WorkerData, 'indexFolder' | 'checkpoints' | 'translations'> = {}) {
    const workerData: WorkerData = {
      paths, options: { ...OPTIONS, ...options }, ...(indexFolder !== undefined && { indexFolder }), ...(checkpoints && { checkpoints }), ...(translations && { translations }),
    };
    this.#worker = new Worker(SCRIPT, { workerData });
    this.#worker.on('message', (message: ToView) => {
      this.heard.push(message);
      this.#wake();
    });
  }

  /** Bundles the worker as it is now; once, before the tests of a file. */
  static build(): void {
    buildSync({ entryPoints: ['src/worker/worker.ts'], bundle: true, platform: 'node', target: 'node20', outfile: SCRIPT });
  }

  send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  /** The next message, which is of this kind; progress and unfinished runs are passed over unless they are asked for. */
  async next<T extends ToView['type']>(type: T): Promise<Extract<ToView, { type: T }>> {
    for (;;) {
      const message = await this.any();
      if (message.type === 'progress' && type !== 'progress') continue;
      if (message.type === 'run' && message.run.partial) continue;
      assert.equal(message.type, type, JSON.stringify(message).slice(0, 300));
      return message as Extract<ToView, { type: T }>;
    }
  }

  /** The next message of any kind. */
  async any(): Promise<ToView> {
    while (this.#next >= this.heard.length) await new Promise<void>((wake) => (this.#wake = wake));
    return this.heard[this.#next++];
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
