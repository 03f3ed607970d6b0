import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** Every page of ours, and what it shows in any language once it is loaded. */
const PAGES = {
  'my-actions': { address: '/compliance-actions', shows: /^CHG-02 / },
  organization: { address: '/ict-scorecard', shows: 'Payment Gateway' },
  team: {
    address: '/catalog/default/group/payments-core/scorecard',
    shows: 'Payment Gateway',
  },
  function: {
    address: '/ict-scorecard?of=function&ref=resource:default/payments',
    shows: 'Payment Gateway',
  },
  asset: {
    address: '/catalog/default/component/payment-gateway/compliance',
    shows: /^CHG-02 /,
  },
  control: {
    address:
      '/catalog/default/component/payment-gateway/compliance?control=chg-02-independent-approval',
    shows: /CHG-02/,
  },
  dependencies: {
    address: '/catalog/default/component/payment-gateway/ict-dependencies',
    shows: 'Payment Gateway',
  },
  inventory: { address: '/ict-inventory', shows: 'Payment Gateway' },
  evidence: {
    address:
      '/catalog/default/component/payment-gateway/compliance?view=evidence&source=github',
    shows: /Deployment \d+/,
  },
  home: { address: '/home', shows: /^CHG-02 / },
  'audit-questions': { address: '/audit-questions', shows: /DORA/ },
  controls: { address: '/controls', shows: /^CHG-02 / },
  'control-overview': {
    address: '/controls/chg-02-independent-approval',
    shows: 'Payment Gateway',
  },
  lens: { address: '/controls/lens', shows: /9\(4\)\(e\)/ },
  policies: { address: '/policies', shows: 'ICT change management policy' },
  policy: {
    address: '/policies/change-management',
    shows: 'ICT change management policy',
  },
  sources: { address: '/evidence-sources', shows: /GitHub/ },
};

/** How the pages are looked at: nothing may depend on light, language or width. */
const LOOKS = [
  { theme: 'light', language: 'en', width: 1280 },
  { theme: 'dark', language: 'de', width: 1280 },
  { theme: 'light', language: 'de', width: 320 },
  { theme: 'dark', language: 'en', width: 320 },
] as const;

for (const { theme, language, width } of LOOKS) {
  test.describe(`${theme}, ${language}, ${width} wide`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme: theme });

    test('every page is accessible, fits, and reports no error', async ({
      page,
    }) => {
      await page.addInitScript(
        name => localStorage.setItem('language', name),
        language,
      );
      const errors = collectErrors(page);
      await page.goto('/');
      await page.getByRole('button', { name: /^Enter as Katarina/ }).click();
      const faults: string[] = [];
      for (const [name, { address, shows }] of Object.entries(PAGES)) {
        await page.goto(address);
        await settle(page, shows);
        faults.push(
          ...(await findFaults(page)).map(fault => `${name}: ${fault}`),
        );
        // Comes last: it changes the height of the window, after which the grid of
        // Backstage's home page can be wider than the window.
        await page.screenshot({
          path: `e2e/artefacts/${name}-${theme}-${language}-${width}.png`,
          fullPage: true,
        });
      }
      expect(faults).toEqual([]);
      expect(errors).toEqual([]);
    });
  });
}

/** Until the page shows what it is about, and nothing is loading any more. */
async function settle(page: Page, shows: string | RegExp) {
  await expect(
    page.getByText(shows).filter({ visible: true }).last(),
  ).toBeVisible();
  await expect(page.locator('.bui-Skeleton')).toHaveCount(0);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
}

/** What axe finds in the page, and what is wider than the page. */
async function findFaults(page: Page): Promise<string[]> {
  // The home page of Backstage has no main part: its widgets are articles.
  const ours = (await page.locator('main').count()) > 0 ? 'main' : 'article';
  const { violations } = await new AxeBuilder({ page }).include(ours).analyze();
  const faults = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id} ${target.join(' ')} ${html}`),
    );
  return [...faults, ...(await page.evaluate(listTooWide))];
}

/**
 * What ends beyond the right edge of the window, except what scrolls by itself, and
 * the tabs of an entity page, which Backstage does not wrap.
 */
function listTooWide(): string[] {
  const scrolls = (element: Element): boolean =>
    getComputedStyle(element).overflowX !== 'visible' ||
    (element.parentElement !== null &&
      element.parentElement !== document.body &&
      scrolls(element.parentElement));
  return [...document.querySelectorAll('main *, article *')]
    .filter(
      element =>
        element.getBoundingClientRect().right > window.innerWidth + 1 &&
        !element.closest('[class*="bui-Header"]') &&
        !scrolls(element),
    )
    .map(element => `too wide: ${element.textContent?.slice(0, 80)}`);
}

/** Errors on the console and errors nobody caught. */
function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') {
      errors.push(`${message.text()} (${page.url()})`);
    }
  });
  return errors;
}
