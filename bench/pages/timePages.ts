import type { Browser, Page } from '@playwright/test';
import type { Figures } from '../assess/report';
import { percentile } from '../percentile';

/** Pages that show many assets. */
const PAGES = {
  organization: '/ict-scorecard',
  'team of 250 assets':
    '/ict-scorecard?of=group&ref=group:default/payments-core',
  'function of 2,250 assets':
    '/ict-scorecard?of=function&ref=resource:default/payments',
  inventory: '/ict-inventory',
};

const TIMES = 7;

declare global {
  interface Window {
    /** When the last long task ended, in milliseconds since the navigation. */
    lastLongTask: number;
  }
}

/** How long each page takes until it shows its rows and answers to the user. */
export async function timePages(
  browser: Browser,
  url: string,
): Promise<Figures> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
  });
  await page.addInitScript(() => {
    window.lastLongTask = 0;
    new PerformanceObserver(list => {
      for (const { startTime, duration } of list.getEntries()) {
        window.lastLongTask = startTime + duration;
      }
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(url);
  const person = page.getByRole('button', { name: /^Enter as Katarina/ });
  await person.click();
  await person.waitFor({ state: 'detached' });
  const figures: Figures = {};
  for (const [name, address] of Object.entries(PAGES)) {
    const times: number[] = [];
    for (let n = 0; n < TIMES; n++) {
      times.push(await timePage(page, `${url}${address}`));
    }
    figures[`${name}: interactive, p50, ms`] = percentile(times, 0.5);
    figures[`${name}: interactive, slowest, ms`] = Math.max(...times);
  }
  return figures;
}

/**
 * Milliseconds from the navigation until all rows are there, nothing is loading, and
 * no long task keeps the page from answering.
 */
async function timePage(page: Page, address: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'commit' });
  const shown = await page.waitForFunction(
    () =>
      document.querySelectorAll('main tr, main li').length > 20 &&
      !document.querySelector('main .bui-Skeleton, main [role=progressbar]') &&
      performance.now(),
    undefined,
    { polling: 20 },
  );
  // Long tasks of the last rows end within this time.
  await page.waitForTimeout(1000);
  return Math.max(
    Number(await shown.jsonValue()),
    await page.evaluate(() => window.lastLongTask),
  );
}
