import { start, stop } from './command.mjs';
import { freePort } from './freePort.mjs';
import { ROOT } from './paths.mjs';
import { ready } from './ready.mjs';

/** What the backend reads besides the configuration of the example app. */
const CONFIGURATION = [
  'app-config.yaml',
  'app-config.production.yaml',
  'e2e/app-config.e2e.yaml',
];

/** What the simulator of the example bank proves itself with. */
const demoSecrets = {
  DORA_COMPLIANCE_GITHUB_WEBHOOK_SECRET: 'example-bank-webhook-secret',
  GITLAB_SIGNING_TOKEN: 'whsec_ZXhhbXBsZS1iYW5rLWdpdGxhYi1zaWduaW5nLWtleSE=',
  JENKINS_WEBHOOK_TOKEN: 'example-bank-jenkins-token',
  AZURE_HOOK_SECRET: 'example-bank-azure-devops-secret',
  CDEVENTS_WEBHOOK_TOKEN: 'example-bank-cdevents-token',
  RUNTIME_WEBHOOK_TOKEN: 'example-bank-runtime-token',
};

/**
 * Starts the production build: the built app, served by a backend in production mode.
 *
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} options.postgres - the address of the server that has its databases
 * @param {string[]} [options.more] - further configuration files, from the root of the
 * repository
 * @param {import('node:child_process').StdioOptions} [options.stdio]
 */
export async function startProduction({
  env,
  postgres,
  more = [],
  stdio = 'inherit',
}) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const address = new URL(postgres);
  const backend = start(
    'node',
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/index.ts',
      ...[...CONFIGURATION, ...more].flatMap(file => [
        '--config',
        `${ROOT}/${file}`,
      ]),
    ],
    {
      env: {
        ...env,
        NODE_ENV: 'production',
        APP_BASE_URL: url,
        ...demoSecrets,
        APP_CONFIG_backend_listen: JSON.stringify(`:${port}`),
        POSTGRES_HOST: address.hostname,
        POSTGRES_PORT: address.port,
        POSTGRES_USER: decodeURIComponent(address.username),
        POSTGRES_PASSWORD: decodeURIComponent(address.password) || 'none',
      },
      cwd: `${ROOT}/packages/backend`,
      stdio,
    },
  );
  try {
    await ready(url, backend);
  } catch (error) {
    await stop(backend);
    throw error;
  }
  return { url, stop: () => stop(backend) };
}
