import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';

async function enterAs(page: Page, name: string) {
  await page.goto('/');
  await page
    .getByRole('button', { name: new RegExp(`^Enter as ${name}`) })
    .click();
}

const shot = (page: Page, name: string) =>
  page.screenshot({ path: `e2e/artefacts/${name}.png`, fullPage: true });

test('a developer starts from what waits for the team and lands on the control', async ({
  page,
}) => {
  await enterAs(page, 'Anna');
  await page.getByRole('link', { name: 'My actions' }).click();
  const first = page
    .getByRole('list', { name: 'Actions' })
    .getByRole('listitem')
    .first();
  await expect(first).toContainText('What to do:');
  await shot(page, 'developer-my-actions');
  await first.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/compliance\?control=/);
  await expect(page.getByText('Fix this')).toBeVisible();
  await shot(page, 'developer-control');
});

test('an engineering manager sees who is worst in a team, why, and goes there and back', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await enterAs(page, 'Katarina');
  await page.goto('/catalog/default/group/ledger/scorecard');
  const first = page.getByRole('region', { name: 'What to do first' });
  await expect(first.getByRole('listitem')).toHaveCount(3);
  const worst = page
    .getByRole('region', {
      name: 'Assets and controls, the greatest risk first',
    })
    .getByRole('row')
    .nth(1);
  await expect(worst).toContainText('Ledger');
  await expect(
    worst.getByRole('link', { name: /CHG-02 .*: Not satisfied/ }),
  ).toBeVisible();
  await page.getByRole('radio', { name: '1 year' }).click();
  await shot(page, 'manager-team');

  await worst.getByRole('link', { name: /CHG-02 .*: Not satisfied/ }).click();
  await expect(page).toHaveURL(/component\/ledger\/compliance\?control=chg-02/);
  await page.goBack();
  await expect(page).toHaveURL(/group\/ledger\/scorecard/);
  await expect(worst).toContainText('Ledger');
});

test('a risk officer goes from the organization to a critical function, in German', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('language', 'de'));
  await enterAs(page, 'Beatriz');
  await page.goto('/ict-scorecard');
  await expect(
    page.getByRole('heading', { name: 'Gesamte Organisation' }).first(),
  ).toBeVisible();
  await page.getByRole('tab', { name: 'Unternehmensfunktionen' }).click();
  await page.getByRole('link', { name: 'Payments', exact: true }).click();
  await expect(page).toHaveURL(/of=function&ref=/);
  await expect(page.getByText(/Pipelines/).first()).toBeVisible();
  await shot(page, 'risk-officer-function');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Als CSV exportieren' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv).toContain('component:default/payment-gateway');
  await page.goBack();
  await expect(
    page.getByRole('tab', { name: 'Unternehmensfunktionen' }),
  ).toHaveAttribute('aria-selected', 'true');
});
