import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';

async function open(page: Page, path: string) {
  await page.goto(path);
  await page.getByRole('button', { name: /^Enter as Anna/ }).click();
}

const shot = (page: Page, name: string) =>
  page.screenshot({ path: `e2e/artefacts/${name}.png`, fullPage: true });

test('the risk officer finds the assets without RTO, follows one to its YAML, reviews another', async ({
  page,
}) => {
  await open(page, '/');
  await page.getByRole('link', { name: 'ICT inventory' }).click();
  await expect(page.getByText(/^\d+ ICT assets$/)).toBeVisible();
  await shot(page, 'ict-inventory');

  await page.getByRole('button', { name: /RTO and RPO/ }).click();
  await expect(page.getByText('3 ICT assets')).toBeVisible();
  for (const title of ['Identity Check', 'Fraud Features']) {
    await expect(
      page.getByRole('link', { name: title, exact: true }),
    ).toBeVisible();
  }
  expect(page.url()).toContain('missing=continuity');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /CSV/ }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv.trim().split('\n')).toHaveLength(4);
  expect(csv).toContain('component:default/identity-check');

  await page
    .getByRole('button', { name: /missing in the record of Identity Check/ })
    .click();
  await expect(page.getByText('spec.dora.continuity')).toBeVisible();
  await expect(
    page.getByRole('link', { name: /Edit the entity/ }),
  ).toHaveAttribute('href', /catalog\/edit\/main\/onboarding\.yaml$/);
  await shot(page, 'ict-inventory-missing');
  await page.keyboard.press('Escape');

  await page.goto('/ict-inventory?review=overdue');
  await page.getByRole('link', { name: 'Newsletter', exact: true }).click();
  await expect(page.getByText(/Review overdue/)).toBeVisible();
  await page.getByRole('button', { name: 'Review record' }).click();
  await shot(page, 'ict-review');
  await page
    .getByRole('region', { name: 'Record of Newsletter' })
    .evaluate(record => record.scrollTo(0, record.scrollHeight));
  await page.getByRole('button', { name: 'Confirm review' }).click();
  await expect(page.getByText(/Last reviewed .* by/)).toBeVisible();
  await page.goto('/ict-inventory?review=overdue');
  await expect(page.getByText('1 ICT asset', { exact: true })).toBeVisible();
});

test('a developer sees why the build pipeline of a payments service is critical', async ({
  page,
}) => {
  await open(page, '/catalog/default/resource/ledger-release');
  const why = page.getByRole('list', {
    name: 'Where the criticality comes from',
  });
  await expect(why).toContainText('Payments');
  await expect(why).toContainText('Ledger');
  await expect(page.getByText('Critical or important').first()).toBeVisible();
  await shot(page, 'ict-asset');

  await page.getByRole('link', { name: 'ICT dependencies' }).click();
  await expect(
    page.getByText('Business function', { exact: true }),
  ).toBeVisible();
  await expect(page.getByText('is deployed by')).toBeVisible();
  await shot(page, 'ict-dependencies');
});

test('a pipeline nobody declared is listed, and a wrong value is said where it is', async ({
  page,
}) => {
  await open(page, '/ict-inventory');
  await page.getByRole('tab', { name: /Not in the inventory \(1\)/ }).click();
  await expect(page.getByText('.github/workflows/hotfix.yml')).toBeVisible();
  await shot(page, 'ict-uninventoried');
  await page.goto('/catalog/default/component/corporate-website');
  await expect(
    page.getByText(/spec\.dora\.exposure\.level is "public"/).first(),
  ).toBeVisible();
  await shot(page, 'ict-wrong-value');
});
