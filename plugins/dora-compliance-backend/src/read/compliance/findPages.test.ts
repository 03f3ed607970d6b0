import type { SourceKinds } from '../../sources/silence/sourceState';
import { assetNamed } from '../../testing/samples';
import { findCommitPage, findSettingsPages } from './findPages';

const host = 'https://git.bank.example';
const one = `${host}/bank/one`;
const two = `${host}/bank/two`;
const sha = 'a1b2c3d4e5';

/** Pages of one host alone. */
const pages: SourceKinds['pages'] = {
  settings: ({ uri }, type) =>
    type === 'branch-protection-observed' && uri.startsWith(host)
      ? `${uri}/settings`
      : undefined,
  commit: (uri, commit) =>
    uri.startsWith(host) ? `${uri}/commit/${commit}` : undefined,
};
const asset = (...repositories: string[]) => ({
  ...assetNamed('a'),
  repositories,
});
const reasonWith = (commit: string) => ({ code: 'x', params: { commit } });
const kinds = { receives: true, collects: false };
const sources = new Map<string, SourceKinds>([
  ['none', kinds],
  ['git', { ...kinds, pages }],
]);

describe('pages of settings', () => {
  it('are those of each repository of a known host', () => {
    const found = findSettingsPages(
      { pages },
      asset(one, 'https://other.example/x', two),
      'branch-protection-observed',
    );
    expect(found).toEqual([
      { target: one, uri: `${one}/settings` },
      { target: two, uri: `${two}/settings` },
    ]);
  });

  it('are none for other types, and for a source without pages', () => {
    expect(findSettingsPages({ pages }, asset(one), 'change-merged')).toEqual(
      [],
    );
    expect(
      findSettingsPages({}, asset(one), 'branch-protection-observed'),
    ).toEqual([]);
  });

  it('are never addresses that are not safe to follow', () => {
    // eslint-disable-next-line no-script-url -- an address that is refused
    const unsafe = { settings: () => 'javascript:alert(1)' };
    expect(
      findSettingsPages(
        { pages: unsafe },
        asset(one),
        'branch-protection-observed',
      ),
    ).toEqual([]);
  });
});

describe('the page of a commit', () => {
  it('is that of the only repository', () => {
    expect(findCommitPage(sources, asset(one), reasonWith(sha))).toBe(
      `${one}/commit/${sha}`,
    );
  });

  it.each([
    ['several repositories', asset(one, two), sha],
    ['no repository', asset(), sha],
    ['an unknown host', asset('https://other.example/x'), sha],
    ['no commit', asset(one), ''],
    ['what is no commit', asset(one), '../../settings'],
  ])('is not guessed for %s', (_, of, commit) => {
    expect(findCommitPage(sources, of, reasonWith(commit))).toBeUndefined();
  });
});
