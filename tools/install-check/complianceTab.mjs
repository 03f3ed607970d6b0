import path from 'node:path';
import { chromium } from '@playwright/test';
import { KEPT } from './Workplace.mjs';

const WAIT = { timeout: 120_000 };

/** What a person sees: the tab of the entity, and the items of the sidebar. */
export async function lookAtTab({ url, name, executablePath }) {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      colorScheme: name === 'legacy' ? 'dark' : 'light',
    });
    page.setDefaultTimeout(WAIT.timeout);
    await page.goto(`${url}/catalog/default/component/ledger`);
    const tab = page.getByRole('link', { name: 'Compliance', exact: true });
    const enter = page.getByRole('button', { name: 'Enter' });
    await tab.or(enter).first().waitFor();
    if (await enter.isVisible()) {
      await enter.click();
    }
    await tab.click();
    const control = page.getByRole('link', { name: /CHG-02/ });
    await control.waitFor();
    await page.getByText('Not satisfied').first().waitFor();
    await page.screenshot({ path: shot(name, 'tab'), fullPage: true });
    await checkSidebar(page, name);
  } finally {
    await browser.close();
  }
}

/** No text of the sidebar is cut off. */
async function checkSidebar(page, name) {
  const item = page.getByRole('link', { name: 'ICT inventory' });
  await item.hover();
  for (const text of ['ICT inventory', 'Evidence']) {
    const label = page
      .getByRole('navigation')
      .getByText(text, { exact: true })
      .first();
    await label.waitFor();
    const isCut = await label.evaluate(
      element => element.scrollWidth > element.clientWidth,
    );
    if (isCut) {
      await page.screenshot({ path: shot(name, 'sidebar') });
      throw new Error(`"${text}" is cut off in the sidebar`);
    }
  }
  await page.screenshot({ path: shot(name, 'sidebar') });
}

const shot = (name, what) => path.join(KEPT, `${name}-${what}.png`);
