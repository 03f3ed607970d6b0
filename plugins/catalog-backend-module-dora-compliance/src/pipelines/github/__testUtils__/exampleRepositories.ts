import type { FakeRepository } from './FakeRepository';

const lint = `
name: lint
on: [push]
permissions: { contents: read }
jobs:
  lint: { runs-on: ubuntu-latest, steps: [{ run: make lint }] }
`;

const deploy = `
name: deploy
on: [push]
jobs:
  test:
    runs-on: \${{ matrix.os }}
    strategy: { matrix: { os: [ubuntu-24.04, windows-2025] } }
  staging: { runs-on: [self-hosted, linux], environment: staging }
  production:
    runs-on: [self-hosted, linux]
    environment: { name: production, url: https://bank.example }
`;

/** Repositories of an example bank, in the order they were created. */
export function exampleRepositories(): FakeRepository[] {
  return [
    {
      id: 10,
      name: 'ledger',
      workflows: {
        '.github/workflows/deploy.yml': deploy,
        '.github/workflows/lint.yml': lint,
      },
    },
    {
      id: 11,
      name: 'old-ledger',
      archived: true,
      workflows: { '.github/workflows/deploy.yml': deploy },
    },
    {
      id: 12,
      name: 'payments',
      workflows: {
        '.github/workflows/deploy.yml': deploy,
        '.github/workflows/elsewhere.yml': undefined,
      },
    },
    { id: 13, name: 'docs', workflows: {} },
    { id: 14, name: 'website', workflows: { '.github/workflows/l.yml': lint } },
  ];
}
