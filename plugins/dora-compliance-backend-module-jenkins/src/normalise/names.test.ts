import { matchesPattern } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { definitionOfUrn } from './definitionOfUrn';
import { parsePlace, toUrn } from './BuildPlace';
import { repositoryUrl } from './repositoryUrl';

describe('a pattern of names', () => {
  it.each([
    ['bank/deploy-*', 'bank/deploy-ledger', true],
    ['bank/deploy-*', 'bank/deploy-ledger/main', false],
    ['bank/**', 'bank/deploy-ledger/main', true],
    ['*', 'a', true],
    ['*', 'a/b', false],
    ['a.b', 'axb', false],
    ['a+(b', 'a+(b', true],
    ['Deploy*', 'Deploy\nlive', true],
    ['deploy', 'Deploy', false],
  ])('%s and %j: %s', (pattern, name, isMeant) => {
    expect(matchesPattern(pattern, name)).toBe(isMeant);
  });
});

describe('the place of a build', () => {
  it.each([
    ['https://CI.example/job/a/1/', 'ci.example', '', ['a']],
    ['http://ci:8080/x/y/job/a/job/b%20c/1', 'ci:8080', 'x/y', ['a', 'b c']],
    ['https://ci.example/j/view/all/job/a/1/', 'ci.example', 'j', ['a']],
    ['https://ci.example/view/all/job/a/1/', 'ci.example', '', ['a']],
    [
      'https://ci.example/job/org/job/app/view/change-requests/job/PR-2/1/',
      'ci.example',
      '',
      ['org', 'app', 'PR-2'],
    ],
    ['https://ci.example/job/view/job/a/1/', 'ci.example', '', ['view', 'a']],
    [
      'https://ci.example:443/job/job/job/job/1/',
      'ci.example',
      '',
      ['job', 'job'],
    ],
  ])('%s', (url, host, base, names) => {
    const found = parsePlace(url);
    expect(found).toMatchObject({ host, base, names, number: 1 });
    // Its own address is that of the same place.
    expect(parsePlace(found.url)).toEqual(found);
  });

  it.each([
    [
      'https://ci.example/j/job/a/job/b/7',
      'https://ci.example/j/job/a/job/b/7/',
    ],
    [
      'http://ci.example/j/view/All/view/Mine/job/a/view/changes/job/PR-2/7/',
      'http://ci.example/j/job/a/job/PR-2/7/',
    ],
    [
      'https://ci.example/job/a/LABEL=linux,jdk=17/7/',
      'https://ci.example/job/a/LABEL=linux,jdk=17/7/',
    ],
  ])('%s is %s', (url, own) => {
    expect(parsePlace(url).url).toBe(own);
  });

  it('is a part of a job', () => {
    expect(
      parsePlace('https://ci.example/job/a/org.acme$core/7/'),
    ).toMatchObject({
      names: ['a'],
      part: 'org.acme$core',
      number: 7,
    });
  });

  it('is found again by the URN of its pipeline', () => {
    for (const name of ['a', 'b & c/d:e', 'mb/feature%2Fx', 'ä/ö']) {
      const urn = toUrn({ host: 'ci.example', base: 'x/Y' }, name);
      expect(definitionOfUrn(urn)).toBe(name);
    }
    expect(() => definitionOfUrn('https://ci.example')).toThrow();
  });
});

describe('the address of a repository', () => {
  it.each([
    ['https://user:secret@git.example/bank/ledger.git', true],
    ['https://git.example/bank/ledger/', true],
    ['git@git.example:bank/ledger.git', true],
    ['ssh://git@git.example:2222/bank/ledger.git', true],
    ['/srv/git/ledger', false],
    ['C:\\git\\ledger', false],
    ['file:///srv/ledger', false],
    ['', false],
  ])('of %s is known: %s', (remote, isKnown) => {
    expect(repositoryUrl(remote)).toBe(
      isKnown ? 'https://git.example/bank/ledger' : undefined,
    );
  });
});
