/** A page in a real browser, for tests of what runs there. */
import { existsSync } from 'node:fs';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Page, chromium } from 'playwright-core';

/**
 * The browser of this machine; undefined, and said, where there is none. In CI that is a failure, unless it
 * is said beforehand that there can be none.
 */
export function findChromium(): string | undefined {
  const found = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  const message = 'There is no Chromium (set CHROMIUM_PATH, or install the package chromium)';
  const { SDKWRIGHT_CI: ci, SDKWRIGHT_WITHOUT_CHROMIUM: without } = process.env;
  if (ci !== undefined && without === undefined) throw new Error(message);
  console.warn(`Skipped: ${message}.`);
  return undefined;
}

export interface Site {
  /** Runs as a module in an empty page with `<div id="app">`. */
  readonly script: string;
  /** Answers what is neither the page nor its script. */
  readonly api?: RequestListener;
}

/** Opens the page, and closes it when `use` is done. Faults of the page are faults of the test. */
export async function inChromium<T>(
  executablePath: string,
  { script, api }: Site,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const site = createServer((request, response) => {
    const type = { '/': 'text/html', '/main.js': 'text/javascript' }[request.url ?? ''];
    if (type === undefined && api) return api(request, response);
    response
      .writeHead(200, { 'content-type': type ?? 'text/html' })
      .end(
        request.url === '/main.js'
          ? script
          : '<!doctype html><link rel="icon" href="data:,"><div id="app"></div><script type="module" src="/main.js"></script>',
      );
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const faults: string[] = [];
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => void faults.push(error.message));
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const result = await use(page);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return result;
  } catch (error) {
    throw faults.length > 0 ? new Error(faults.join('\n'), { cause: error }) : error;
  } finally {
    await browser.close();
    site.close();
  }
}
