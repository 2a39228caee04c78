import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ZstdWindows } from '../../src/worker/zstdWindows';
import { repeatedFrame, skippableFrame, zstdFrame } from './zstdFrame';

const text = new TextEncoder().encode('{"prompt_id":"a","correct":true}\n'.repeat(5000));
/** The program's own frame, with a checksum behind it. */
const real = readFileSync('test/fixtures/packed/run.jsonl.zst');

function watch(bytes: Uint8Array, stepBytes: number): string | null {
  const windows = new ZstdWindows();
  for (let at = 0; at < bytes.length && windows.refusal === null; at += stepBytes) {
    const step = bytes.subarray(at, at + stepBytes);
    const taken = windows.pass(step);
    assert.ok(windows.refusal === null ? taken === step.length : taken < step.length);
  }
  return windows.refusal;
}

describe('ZstdWindows', () => {
  const large = zstdFrame(text, 31);
  const before: readonly [string, Uint8Array][] = [
    ['nothing', Buffer.alloc(0)], ['a frame of many blocks', zstdFrame(text)], ['a frame with a checksum', real], ['blocks of one byte, repeated', repeatedFrame(0x61, 9)],
    ['a frame to be passed over', skippableFrame(1000)], ['an empty one', skippableFrame(0)], ['an empty frame', zstdFrame(new Uint8Array(0))],
    ['all of these', Buffer.concat([real, skippableFrame(5), zstdFrame(text), repeatedFrame(0x61, 2), real])],
  ];
  for (const [name, bytes] of before) {
    it(`finds the frame that asks for 2 GB behind ${name}, in steps of any size`, () => {
      for (const stepBytes of [1, 2, 3, 7, 1024, bytes.length + large.length]) {
        assert.equal(watch(bytes, stepBytes), null);
        assert.match(watch(Buffer.concat([bytes, large]), stepBytes) ?? '', /asks for 2048 MB of memory/);
      }
    });
  }

  it('takes windows of up to 128 MB, and refuses all above, also those beyond 32 bits', () => {
    for (let log = 10; log <= 41; log++) assert.equal(watch(zstdFrame(text, log), 99) === null, log <= 27, `2^${log}`);
    const more = zstdFrame(text, 27);
    more[5] = (more[5] as number) | 1;
    assert.match(watch(more, 99) ?? '', /144 MB/);
  });

  it('takes the size of a frame in one piece for its window', () => {
    const frame = (size: bigint): Uint8Array => {
      const bytes = Buffer.alloc(13);
      bytes.set([0x28, 0xb5, 0x2f, 0xfd, 0b11100000]);
      bytes.writeBigUInt64LE(size, 5);
      return bytes;
    };
    assert.equal(watch(frame(128n << 20n), 5), null);
    assert.match(watch(frame((128n << 20n) + 1n), 5) ?? '', /129 MB/);
  });

  it('leaves what is no frame to the unpacker', () => {
    assert.equal(watch(Buffer.from('no frame at all, though it is long enough for the header of one'), 4), null);
  });

  it('gives leave for what comes before the frame that is refused', () => {
    const first = zstdFrame(text);
    const windows = new ZstdWindows();
    assert.equal(windows.pass(Buffer.concat([first, large])), first.length);
  });
});
