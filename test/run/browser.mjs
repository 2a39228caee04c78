import { chromium } from 'playwright-core';
import { findBrowser } from './debian.mjs';

/** Starts a browser without a window, for tests. */
export function launchBrowser() {
  return chromium.launch({
    executablePath: findBrowser() ?? '/usr/bin/chromium',
    args: [
      '--headless', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
    ],
  });
}
