import { push, tagPush } from '../__testUtils__/payloads';
import { answer, read, scope } from '../__testUtils__/reading';
import { projectMember } from '../__testUtils__/settingsPayloads';

describe('an event', () => {
  it('that names no kind is rejected', () => {
    const headers = { 'x-gitlab-event': 'Some Hook' };
    for (const payload of [{ hello: 1 }, { object_kind: null }]) {
      expect(answer(payload, headers)).toEqual({
        outcome: 'rejected',
        reason: 'Some Hook: neither object_kind nor event_name is there',
      });
    }
  });

  it('names the field that is wrong', () => {
    expect(answer(push({ total_commits_count: 'x' }))).toMatchObject({
      reason: expect.stringContaining('total_commits_count '),
    });
  });

  it.each([push, tagPush])('of a system hook has a name, and no kind', make => {
    const payload = make({ object_kind: undefined });
    expect(read(payload)).toEqual(read(make()));
  });

  it.each(['note', 'issue', 'wiki_page', 'feature_flag', 'toString'])(
    'that is a %s says nothing',
    object_kind => {
      expect(read({ object_kind })).toEqual([]);
    },
  );
});

describe('the GitLab that sent an event', () => {
  const member = projectMember('user_add_to_team');
  const readUri = (host: string, instances?: string[]) => {
    const found = answer(
      member,
      { 'x-gitlab-instance': host },
      { scope: { ...scope, ...(instances && { instances }) } },
    );
    return found.outcome === 'normalised'
      ? found.statements[0]?.subjects[0]?.uri
      : found.reason;
  };

  it.each([
    ['https://bank.example', undefined, 'https://bank.example'],
    ['https://bank.example/', [], 'https://bank.example'],
    [
      'https://bank.example',
      ['https://bank.example/git/', 'https://other.example'],
      'https://bank.example/git',
    ],
    ['https://Bank.Example', ['https://bank.example'], 'https://bank.example'],
    [
      'https://bank.example',
      ['https://bank.example.org/git', 'https://bank.example:8443'],
      'https://bank.example',
    ],
  ])('as %s, of the instances %j, is %s', (host, instances, expected) => {
    expect(readUri(host, instances)).toBe(`${expected}/bank/ledger`);
  });

  it.each(['', 'gitlab', 'ftp://bank.example'])(
    'is not %j: the event is rejected',
    host => {
      expect(readUri(host)).toContain('X-Gitlab-Instance');
    },
  );

  it('is not guessed among several on one host', () => {
    const both = ['https://bank.example/a', 'https://bank.example/b'];
    expect(readUri('https://bank.example', both)).toContain('several');
  });
});
