import assert from 'node:assert/strict';
import { progressText } from '../../../webview/status/progressText';

describe('progressText', () => {
  it('says how far the reading is', () => {
    assert.equal(progressText({ bytesRead: 123_456_789, bytesTotal: 500_000_000, samples: 48_000 }), 'Read 123 MB of 500 MB, 48,000 samples.');
  });
  it('gives no total where there is none', () => assert.equal(progressText({ bytesRead: 10, bytesTotal: 0, samples: 1 }), 'Read 10 bytes, 1 sample.'));
  it('says how much the figures below cover', () => {
    const progress = { bytesRead: 155_000_000, bytesTotal: 500_000_000, samples: 48_000 };
    assert.equal(progressText(progress, true), 'So far: 31% read (155 MB of 500 MB, 48,000 samples). The figures below cover this part; gradients come last.');
    assert.match(progressText({ ...progress, bytesTotal: 0 }, true), /^So far: 155 MB, 48,000 samples\. The figures/);
    assert.match(progressText(null, true), /^So far: a part of the log\. The figures/);
    assert.match(progressText({ ...progress, bytesRead: 600_000_000 }, true), /^So far: 100% read/);
  });
  it('says that it begins', () => assert.equal(progressText(null), 'Reading the log…'));
});
