import { expect, test } from '@playwright/test';

test('a developer sees what fails, why, and the evidence behind it', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'Payment Gateway' }).first().click();
  await page.getByRole('tab', { name: 'Compliance' }).click();

  const control = page.getByRole('link', { name: /CHG-02/ });
  await expect(control).toBeVisible();
  await expect(page.getByText(/approved only by marco-bianchi/)).toBeVisible();
  await expect(page.getByText('Not satisfied').first()).toBeVisible();
  await page.screenshot({
    path: 'e2e/artefacts/compliance-tab.png',
    fullPage: true,
  });

  await control.click();
  await expect(page.getByText('What to do')).toBeVisible();
  await page.getByRole('button', { name: /Not satisfied.*Deployment/ }).click();
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
