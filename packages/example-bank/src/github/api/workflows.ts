import { makeCommitSha } from '../names';
import { hotfixWorkflow, releaseWorkflow } from '../workflowRun';

/** Its workflow uses actions by tags, which their authors can move. */
const BY_TAG = 'statement-renderer';

/** Workflows beside the one that releases, by service. */
const others: Readonly<Record<string, readonly string[]>> = {
  ledger: [hotfixWorkflow.path, '.github/workflows/pull-request.yml'],
  'payment-gateway': ['.github/workflows/pull-request.yml'],
  'statement-renderer': ['.github/workflows/print-batch.yml'],
};

/** The files of a repository that GitHub reads, by their paths. */
export function listFiles(service: string): Map<string, string> {
  return new Map([
    [releaseWorkflow.path, writeRelease(service)],
    ...(others[service] ?? []).map(path => [path, writeScript(path)] as const),
    ['.github/CODEOWNERS', '/.github/ @meridian-bank/platform-engineering\n'],
  ]);
}

function writeRelease(service: string): string {
  return [
    'name: Release',
    'on: { push: { branches: [main] } }',
    'permissions: { contents: read }',
    'jobs:',
    '  release:',
    '    runs-on: [self-hosted, linux]',
    '    environment: production',
    '    permissions: { contents: read, packages: write, deployments: write }',
    '    steps:',
    `      - uses: ${pin('actions/checkout', service)}`,
    `      - uses: ${pin('docker/build-push-action', service)}`,
    '      - run: ./deploy.sh',
    '',
  ].join('\n');
}

function writeScript(path: string): string {
  const name = path.slice('.github/workflows/'.length, -'.yml'.length);
  return [
    `name: ${name}`,
    'on: workflow_dispatch',
    'permissions: { contents: read }',
    'jobs:',
    `  ${name}:`,
    '    runs-on: [self-hosted, linux]',
    '    steps:',
    `      - run: ./${name}.sh`,
    '',
  ].join('\n');
}

function pin(action: string, service: string): string {
  return `${action}@${service === BY_TAG ? 'v4' : makeCommitSha(action)}`;
}
