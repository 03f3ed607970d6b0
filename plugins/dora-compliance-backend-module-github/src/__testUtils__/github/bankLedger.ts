import {
  analysisBody,
  provenanceBundle,
  releaseBody,
} from './documentedSupplyChain';
import { FakeGithub } from './FakeGithub';
import { bob, WEB } from './FakeRepository';

export const ledger = { kind: 'repository', uri: WEB } as const;

const DEPLOY = `
name: Deploy
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683
      - uses: actions/setup-node@v4
      - uses: ./.github/actions/own
  deploy:
    runs-on: [self-hosted, linux]
    environment: production
    permissions: write-all
    container: node:24
    steps:
      - run: ./deploy.sh
`;

/** A GitHub with something in every part of its repository. */
export function bankLedger(): FakeGithub {
  const github = new FakeGithub();
  const { repository, settings } = github;
  repository.merge({ number: 1, hoursAgo: 400 });
  repository.merge({
    number: 2,
    hoursAgo: 30,
    commits: 130,
    reviews: ['COMMENTED', 'APPROVED'],
  });
  repository.merge({ number: 3, hoursAgo: 10, reviews: ['DISMISSED'] });
  repository.run({ id: 11, hoursAgo: 500 });
  repository.run({ id: 12, hoursAgo: 20, attempt: 2, approvedBy: bob });
  repository.run({ id: 13, hoursAgo: 1, status: 'in_progress' });
  const { digest, bundle } = provenanceBundle();
  repository.deploy({ id: 11, hoursAgo: 499 });
  repository.deploy({
    id: 12,
    hoursAgo: 19,
    payload: { artifact: { name: 'ledger', digest } },
  });
  repository.push({ id: 21, hoursAgo: 300 });
  repository.push({ id: 22, hoursAgo: 15 });
  repository.files.set('README.md', '# Ledger');
  repository.files.set('.github/workflows/deploy.yml', DEPLOY);
  repository.files.set('.github/CODEOWNERS', '/.github/ @bank/platform\n');
  settings.attestations.set(digest, [
    { bundle, repository_id: 77, bundle_url: 'https://elsewhere.example/1' },
  ]);
  settings.releases = [
    {
      ...releaseBody(),
      published_at: repository.at(5),
    },
  ];
  settings.analyses = [
    {
      ...analysisBody(20, 'CodeQL'),
      created_at: repository.at(4),
    },
  ];
  return github;
}
