import path from 'node:path';
import { chromium } from '@playwright/test';
import { KEPT } from './Workplace.mjs';

const WAIT = { timeout: 120_000 };

/** What a person sees: the tab of the entity, and the items of the sidebar. */
export async function lookAtTab({ url, name, control, executablePath }) {
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
    // A link in the new frontend system, a tab in the legacy one.
    const named = { name: 'Compliance', exact: true };
    const tab = page.getByRole('link', named).or(page.getByRole('tab', named));
    const enter = page.getByRole('button', { name: 'Enter' });
    await tab.or(enter).first().waitFor();
    if (await enter.isVisible()) {
      await enter.click();
    }
    await tab.click();
    await page.getByRole('link', { name: new RegExp(control.code) }).waitFor();
    await page.getByText(control.sentence).first().waitFor();
    await page.mouse.move(1000, 600);
    await page.screenshot({ path: shot(name, 'tab'), fullPage: true });
    await checkSidebar(page, name);
    await lookAtPages(page, { url, name, control });
  } finally {
    await browser.close();
  }
}

/** The other pages, and what an app of either kind shows of ours on its own pages. */
async function lookAtPages(page, { url, name, control }) {
  const pages = {
    inventory: ['/ict-inventory', /^\d+ ICT assets?$/],
    scorecard: ['/ict-scorecard', 'Coverage'],
    controls: ['/controls', new RegExp(`^${control.code} `)],
    actions: ['/compliance-actions', /own no ICT assets|\d+ actions?/],
    home: ['/home', 'Compliance of my teams'],
    group: ['/catalog/default/group/guests', 'Compliance of the ICT assets'],
    questions: ['/audit-questions', 'Show the answer'],
    search: [
      `/search?query=${control.code}&types[]=dora-control`,
      new RegExp(`^${control.code} `),
      name === 'legacy' ? showAllTypes : undefined,
    ],
  };
  for (const [what, [address, text, prepare]] of Object.entries(pages)) {
    try {
      await openUntil(page, { address: `${url}${address}`, text, prepare });
    } finally {
      await page.screenshot({ path: shot(name, what), fullPage: true });
    }
  }
}

/** The search page of a legacy app begins with one type, whatever its address says. */
async function showAllTypes(page) {
  const types = page.getByRole('navigation', { name: 'filter by type' });
  await types.getByText('All', { exact: true }).click({ timeout: 10_000 });
}

/** The scores of the assets fill up while the pages are open. */
async function openUntil(page, { address, text, prepare }) {
  const end = Date.now() + WAIT.timeout;
  for (;;) {
    await page.goto(address);
    try {
      await prepare?.(page);
      await page.getByText(text).first().waitFor({ timeout: 10_000 });
      return;
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
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
