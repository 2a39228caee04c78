// Preloaded into every program under measurement that runs on Node: its peak resident memory, in bytes, and the seconds of
// processor time of all its threads go to a file. CommonJS, as the loader of modules would take ten milliseconds of each thread.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const file = process.env['PASSK_BENCH_USAGE'];
if (isMainThread && file) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ peakMemory: maxRSS * 1024, processorSeconds: (userCPUTime + systemCPUTime) / 1e6 }));
  });
}
