import { expect, type Page, test } from '@playwright/test';

const enterAs = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^Enter as ${name}`) }).click();

const shot = (page: Page, name: string) =>
  page.screenshot({ path: `e2e/artefacts/${name}.png`, fullPage: true });

test('a developer goes from a red control to the commit that caused it in three steps, without a mouse', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/payment-gateway/compliance');
  await enterAs(page, 'Anna');

  const item = page
    .getByRole('region', { name: /^Access and segregation/ })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: /CHG-02/ }) });
  await expect(item).toContainText('Not satisfied');
  await item.getByRole('link', { name: /CHG-02/ }).press('Enter');

  const panel = page.locator('[data-status="info"]', { hasText: 'Fix this' });
  const change = panel.getByRole('link', { name: /^Change \d+: / });
  const [, title] = /^Change \d+: (.*)/.exec(await change.innerText())!;
  await panel
    .getByRole('link', { name: 'How this deployment came about' })
    .press('Enter');

  const commits = page
    .getByRole('listitem')
    .filter({ has: page.getByText('Commits', { exact: true }) });
  const commit = commits.getByRole('link', { name: title }).first();
  await expect(commit).toHaveAttribute(
    'href',
    /^https:\/\/github\.com\/meridian-bank\/payment-gateway\/commit\/[0-9a-f]{40}$/,
  );
  await commit.focus();
  await expect(commit).toBeFocused();
  await shot(page, 'developer-commit');
});

test('a risk officer sees beforehand who another value affects, and takes it to the configuration with the reason', async ({
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/controls/cic-04-access-recertified');
  await enterAs(page, 'Beatriz');

  const fill = (name: string | RegExp, text: string) =>
    page.getByRole('textbox', { name }).fill(text);
  await fill('Critical or important', 'P365D');
  await page.getByRole('button', { name: 'Try it' }).press('Enter');
  await expect(page.getByText(/Nothing was recorded\.$/)).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Assets whose status would change' }),
  ).toContainText('Onboarding Portal');

  await fill(/^Reason, in a sentence/, 'The yearly audit reviews the rights.');
  await expect(
    page.getByText(/^At least one value is not stricter/),
  ).toBeVisible();
  await fill(/^Approved by/, 'Management board');
  await page.getByLabel(/^Approved on/).fill('2026-11-24');
  await page
    .getByRole('button', { name: 'Copy the block for app-config.yaml' })
    .press('Enter');
  await shot(page, 'risk-officer-what-if');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trim()).toBe(
    `doraCompliance:
  controls:
    cic-04-access-recertified:
      parameters:
        recertifyWithin:
          critical-or-important: "P365D"
          rationale: "The yearly audit reviews the rights."
          approvedBy: "Management board"
          approvedOn: "2026-11-24"`,
  );
});
