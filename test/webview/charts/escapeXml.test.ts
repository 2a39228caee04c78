import assert from 'node:assert/strict';
import { escapeXml } from '../../../webview/charts/escapeXml';

describe('escapeXml', () => {
  it('leaves no way out of a text or an attribute', () => {
    assert.equal(escapeXml(`</text><script>alert("x" & 'y')</script>`), '&lt;/text&gt;&lt;script&gt;alert(&quot;x&quot; &amp; &apos;y&apos;)&lt;/script&gt;');
  });
  it('leaves out what XML cannot hold, and keeps every script', () => assert.equal(escapeXml('a\u0000b\u001b\tθ₀ 🙂'), 'ab\tθ₀ 🙂'));
});
