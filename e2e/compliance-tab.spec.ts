import { expect, test } from '@playwright/test';

test('a developer sees what fails, why, and the evidence behind it', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Enter as Anna/ }).click();
  await page.getByRole('link', { name: 'Payment Gateway' }).first().click();
  await page.getByRole('link', { name: 'Compliance', exact: true }).click();

  // The changes of the week can name it too.
  const control = page
    .getByRole('region', { name: /^Access and segregation/ })
    .getByRole('link', { name: /CHG-02/ });
  await expect(control).toBeVisible();
  await expect(
    page.getByText(/was merged without an approval/).first(),
  ).toBeVisible();
  await expect(page.getByText('Not satisfied').first()).toBeVisible();
  await page.screenshot({
    path: 'e2e/artefacts/compliance-tab.png',
    fullPage: true,
  });

  await control.click();
  await expect(page.getByText('Fix this')).toBeVisible();
  await page
    .getByRole('button', { name: /Not satisfied.*only by marco-bianchi/ })
    .click();
  await page
    .getByRole('button', { name: /approved by marco-bianchi/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Show raw document' }).click();
  await expect(page.getByText('The bytes match the digest')).toBeVisible();
  await page.screenshot({
    path: 'e2e/artefacts/raw-document.png',
    fullPage: true,
  });
});

test('nothing known is said to be so, in the dark and on a narrow screen', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 480, height: 900 });
  await page.goto('/catalog/default/component/cheque-archive/compliance');
  await page.getByRole('button', { name: /^Enter as Anna/ }).click();
  await expect(
    page.getByText('group:default/legacy-payments does not exist'),
  ).toBeVisible();
  await expect(page.getByText(/Nothing has ever been received/)).toHaveCount(
    12,
  );
  await page.screenshot({
    path: 'e2e/artefacts/narrow-dark.png',
    fullPage: true,
  });
});

test('the ledger names every deployment that stands out', async ({ page }) => {
  await page.goto(
    '/catalog/default/component/ledger/compliance?control=chg-05-traceability',
  );
  await page.getByRole('button', { name: /^Enter as Anna/ }).click();
  await expect(
    page.getByText(/2 of 3 production deployments/).first(),
  ).toBeVisible();
  await page
    .getByRole('button', { name: /Not satisfied.*Deployment/ })
    .first()
    .press('Enter');
  await expect(
    page.getByText('Is the artifact identified by digest? No'),
  ).toBeVisible();
  await page.screenshot({
    path: 'e2e/artefacts/control.png',
    fullPage: true,
  });
});
