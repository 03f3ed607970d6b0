import { start, stop } from './command.mjs';
import { findChromium } from './chromium.mjs';
import { YARN } from './dependencies.mjs';
import { freePort } from './freePort.mjs';
import { ROOT } from './paths.mjs';
import { ready } from './ready.mjs';

/**
 * Runs the browser journeys against the production build: the built app,
 * served by a backend in production mode on a fresh PostgreSQL, filled by the
 * simulator. Answers an exit code.
 */
export async function runJourneys(log, { env, postgres, report }) {
  const chromium = await findChromium(env, log);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const address = new URL(postgres);
  const backendEnv = {
    ...env,
    NODE_ENV: 'production',
    APP_BASE_URL: url,
    DORA_COMPLIANCE_GITHUB_WEBHOOK_SECRET: 'example-bank-webhook-secret',
    APP_CONFIG_backend_listen: JSON.stringify(`:${port}`),
    POSTGRES_HOST: address.hostname,
    POSTGRES_PORT: address.port,
    POSTGRES_USER: decodeURIComponent(address.username),
    POSTGRES_PASSWORD: decodeURIComponent(address.password) || 'none',
  };
  const backend = start(
    'node',
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/index.ts',
      ...[
        'app-config.yaml',
        'app-config.production.yaml',
        'e2e/app-config.e2e.yaml',
      ].flatMap(file => ['--config', `${ROOT}/${file}`]),
    ],
    {
      env: backendEnv,
      cwd: `${ROOT}/packages/backend`,
      stdio: log.stdio,
    },
  );
  try {
    await ready(url, backend);
    const sent = await log.run(
      'node',
      [
        YARN,
        'workspace',
        '@ict-assurance/example-bank',
        'simulate',
        '--url',
        url,
      ],
      { env },
    );
    return (
      sent ||
      (await log.run(
        'node',
        [YARN, 'playwright', 'test', '--config', 'e2e/playwright.config.ts'],
        {
          env: {
            ...env,
            E2E_URL: url,
            CHROMIUM_PATH: chromium,
            PLAYWRIGHT_JSON_OUTPUT_FILE: report,
          },
        },
      ))
    );
  } finally {
    await stop(backend);
  }
}
