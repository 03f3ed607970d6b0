import { githubTarget } from './GithubTarget';

const parseTarget = (uri: string) => githubTarget({ kind: 'repository', uri });

it.each([
  ['https://github.com/bank/ledger', '/repos/bank/ledger'],
  ['https://GitHub.com/bank/ledger.git', '/repos/bank/ledger'],
  ['https://github.com/bank/.github/', '/repos/bank/.github'],
  ['https://github.com/bank_eu/core-1.x', '/repos/bank_eu/core-1.x'],
])('reads %s', (uri, path) => {
  expect(parseTarget(uri)).toEqual({ host: 'github.com', path });
});

it.each([
  'https://github.com/%2e%2e/app',
  'https://github.com/bank/%2E%2E',
  'https://github.com/../app',
  'https://github.com/./app',
  'https://github.com/bank/..',
  'https://github.com/bank/.',
  'https://github.com/bank/...git',
  'https://github.com/bank%2fapp/ledger',
  'https://github.com/bank/led ger',
  'https://github.com/bank/a\\b',
  'https://github.com/bank',
  'https://github.com/bank/ledger/issues',
  'https://github.com/bank/ledger?tab=1',
])('reads no repository in %s', uri => {
  expect(parseTarget(uri)).toBeUndefined();
});
