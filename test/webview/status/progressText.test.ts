import assert from 'node:assert/strict';
import { progressText } from '../../../webview/status/progressText';

describe('progressText', () => {
  it('says how far the reading is', () => {
    assert.equal(progressText({ bytesRead: 123_456_789, bytesTotal: 500_000_000, samples: 48_000 }), 'Read 123 MB of 500 MB, 48,000 samples.');
  });
  it('gives no total where there is none', () => assert.equal(progressText({ bytesRead: 10, bytesTotal: 0, samples: 1 }), 'Read 10 bytes, 1 sample.'));
  it('says that it begins', () => assert.equal(progressText(null), 'Reading the log…'));
});
