import { findRepository } from './JenkinsItem';

const job = { name: 'a', url: 'https://ci.example/job/a/' };
const built = (...remoteUrls: string[]) => ({
  ...job,
  lastBuild: { actions: [null, {}, { remoteUrls }] },
});

describe('the repository of a Jenkins job', () => {
  it.each([
    'https://user:secret@git.example/bank/ledger.git',
    'https://git.example/bank/ledger/',
    'git@git.example:bank/ledger.git',
    'ssh://git@git.example:2222/bank/ledger.git',
    'git://git.example/bank/ledger',
  ])('is for people in a build of %s', remote => {
    expect(findRepository(built(remote))).toBe(
      'https://git.example/bank/ledger',
    );
  });

  it.each(['/srv/git/ledger', 'C:\\git\\ledger', 'file:///srv/ledger', ''])(
    'is unknown in a build of "%s"',
    remote => expect(findRepository(built(remote))).toBeUndefined(),
  );

  it('is unknown when a build took from several', () => {
    const library = 'https://git.example/bank/library.git';
    expect(
      findRepository(built('https://git.example/bank/ledger', library)),
    ).toBeUndefined();
  });

  it('is what the configuration says, before any build', () => {
    const url = 'https://git.example/bank/own';
    const other = built('https://git.example/bank/built');
    expect(
      findRepository({ ...other, scm: { userRemoteConfigs: [{ url }] } }),
    ).toBe(url);
    expect(
      findRepository({ ...other, actions: [null, { objectUrl: url }] }),
    ).toBe(url);
  });
});
