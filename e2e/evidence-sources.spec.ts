import { createHmac } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';

const secret =
  process.env.DORA_COMPLIANCE_GITHUB_WEBHOOK_SECRET ??
  'example-bank-webhook-secret';

async function open(page: Page, path: string) {
  await page.goto(path);
  await page.getByRole('button', { name: /^Enter as Anna/ }).click();
}

const shot = (page: Page, name: string) =>
  page.screenshot({ path: `e2e/artefacts/${name}.png`, fullPage: true });

/** A delivery of GitHub, proven, that says nothing of its repository. */
async function sendUnreadable(page: Page) {
  const body = JSON.stringify({ action: 'closed', pull_request: {} });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const answer = await page.request.post('/api/dora-compliance/ingest/github', {
    headers: {
      'Content-Type': 'application/json',
      'X-GitHub-Event': 'pull_request',
      'X-GitHub-Delivery': '00000000-0000-4000-8000-00000000e2e1',
      'X-Hub-Signature-256': `sha256=${signature}`,
    },
    data: Buffer.from(body),
  });
  expect(answer.status()).toBe(202);
}

test('an operator sees that a delivery was rejected and why, and replays it', async ({
  page,
}) => {
  await sendUnreadable(page);
  await open(page, '/');
  await page.getByRole('link', { name: 'Evidence', exact: true }).click();
  const github = page
    .getByRole('list', { name: 'Evidence sources' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'GitHub' }) });
  await expect(
    github.getByText(/(was|were) read only in part or not at all/),
  ).toBeVisible();
  await shot(page, 'evidence-sources');

  await github.getByRole('link', { name: 'GitHub' }).click();
  await expect(page).toHaveURL(/source=github/);
  const documents = page.getByRole('list', { name: 'Rejected documents' });
  await expect(documents.getByText(/repository/).first()).toBeVisible();
  await shot(page, 'evidence-sources-rejected');

  await documents.getByRole('button', { name: /^Replay sha256:/ }).click();
  await expect(page.getByText(/is queued for replay\.$/)).toBeVisible();
  // Its reader is as it was: it is rejected again, and not lost.
  await expect(documents.getByText(/repository/).first()).toBeVisible();

  await page.getByRole('tab', { name: 'Gaps' }).press('ArrowRight');
  const targets = page.getByRole('tab', { name: /Targets/ });
  await expect(targets).toBeFocused();
  await targets.press('Enter');
  await expect(page).toHaveURL(/tab=targets/);
  await expect(page.getByRole('tabpanel', { name: /Targets/ })).toBeVisible();
});

test('the health of sources reads well in the dark on a narrow screen', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, '/evidence-sources');
  await expect(page.getByRole('link', { name: 'GitHub' })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await shot(page, 'evidence-sources-narrow-dark');
});
