import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RunSnapshot, ToView, ToWorker, WorkerData } from '../../src/protocol/messages';
import { root } from '../run/command.mjs';
import { BENCH_THREADS } from './programs';

type Wanted<T extends ToView['type']> = Extract<ToView, { type: T }>;

/** The editor's own worker, as it is built, on a log. */
export class BenchWorker {
  /** When it told of progress. */
  readonly progress: number[] = [];
  readonly #begun = performance.now();
  readonly #worker: Worker;
  #listener: (message: ToView) => void = () => undefined;
  #failed: (error: Error) => void = () => undefined;

  constructor(path: string, indexFolder?: string) {
    const options = { k: 8, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop', formats: {}, threads: BENCH_THREADS } as const;
    const workerData: WorkerData = { paths: [path], options, ...(indexFolder !== undefined && { indexFolder }) };
    this.#worker = new Worker(join(root, 'dist/worker.js'), { workerData });
    this.#worker.on('error', (error) => this.#failed(error));
    this.#worker.on('message', (message: ToView) => {
      if (message.type === 'progress') this.progress.push(performance.now());
      else if (message.type === 'failed') this.#failed(new Error(`bench: ${message.message}`));
      else this.#listener(message);
    });
  }

  /** Milliseconds from the thread's start to the whole run, and the run. */
  async whole(): Promise<{ readonly took: number; readonly run: RunSnapshot }> {
    const { message, at } = await this.#until('run', ({ run }) => !run.partial);
    return { took: at - this.#begun, run: message.run };
  }

  /** Milliseconds from a question to the last of its answers. */
  async ask<T extends ToView['type']>(question: ToWorker, answer: T, isLast: (message: Wanted<T>) => boolean = () => true): Promise<{ readonly took: number; readonly message: Wanted<T> }> {
    const begun = performance.now();
    const answered = this.#until(answer, isLast);
    this.#worker.postMessage(question);
    const { message, at } = await answered;
    return { took: at - begun, message };
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #until<T extends ToView['type']>(type: T, isWanted: (message: Wanted<T>) => boolean): Promise<{ readonly message: Wanted<T>; readonly at: number }> {
    return new Promise((resolve, reject) => {
      this.#failed = reject;
      this.#listener = (message) => {
        if (isOf(message, type) && isWanted(message)) resolve({ message, at: performance.now() });
      };
    });
  }
}

function isOf<T extends ToView['type']>(message: ToView, type: T): message is Wanted<T> {
  return message.type === type;
}
