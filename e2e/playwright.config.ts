import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: './artefacts/traces',
  workers: 1,
  // These end a journey that hangs; none of them says how fast a page must be.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: process.env.E2E_URL,
    viewport: { width: 1440, height: 900 },
    actionTimeout: 120_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ['--no-sandbox'],
    },
  },
});
