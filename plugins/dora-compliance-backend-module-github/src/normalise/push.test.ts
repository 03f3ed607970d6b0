import { HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { normalise, onEnterprise, readOne } from '../__testUtils__/read';

const BEFORE = 'ab'.repeat(20);

/** A push of one commit onto another. */
const push = (change: object = {}) => ({
  ...readPayload('push.5.json'),
  before: BEFORE,
  created: false,
  ...change,
});

const readFlaws = (payload: unknown) => {
  const answer = normalise('push', payload);
  return answer.outcome === 'normalised' ? answer.flaws : [answer.reason];
};

const readCommits = (payload: unknown) => {
  const statement = readOne('push', payload);
  return statement.type === 'commits-pushed' ? statement.predicate.commits : [];
};

describe('a push whose commits are all listed', () => {
  const { after } = push();

  it.each([
    ['of one commit', push()],
    [
      'that creates a branch from known commits',
      push({ before: '0'.repeat(40), commits: [] }),
    ],
    ['that rewinds', push({ forced: true, commits: [] })],
    ['that moves nothing', push({ before: after, commits: [] })],
    ['of the size it tells', push({ size: 1, distinct_size: 0 })],
  ])('%s has no flaw', (_, payload) => {
    expect(readFlaws(payload)).toBeUndefined();
  });
});

describe('a push whose list was cut short', () => {
  const { commits } = push();
  const [commit] = commits;

  it('by the most GitHub lists', () => {
    const others = Array.from({ length: 2047 }, (_, index) => ({
      ...commit,
      id: index.toString(16).padStart(40, '0'),
    }));
    expect(readFlaws(push({ commits: [...others, commit] }))).toEqual([
      'commits: only 2048 of the pushed commits listed',
    ]);
    expect(
      readFlaws(push({ commits: [...others.slice(1), commit] })),
    ).toBeUndefined();
  });

  it('as its size tells', () => {
    expect(readFlaws(push({ size: 3 }))).toEqual([
      'commits: only 1 of the pushed commits listed',
    ]);
  });

  it('as the missing tip tells', () => {
    expect(readFlaws(push({ commits: [{ ...commit, id: BEFORE }] }))).toEqual([
      'commits: only 1 of the pushed commits listed',
    ]);
    expect(readFlaws(push({ commits: [] }))).toEqual([
      'commits: only 0 of the pushed commits listed',
    ]);
  });

  it.each([
    [{ size: 3 }, 3],
    [{ commits: [] }, 1],
    [{}, undefined],
  ])('says that there are more than it lists: %j', (change, expected) => {
    const { predicate } = readOne('push', push(change));
    expect(predicate).toMatchObject({ after: expect.any(String) });
    expect((predicate as { commitCount?: number }).commitCount).toBe(expected);
  });

  it('still gives what it lists', () => {
    expect(readCommits(push({ size: 3 }))).toHaveLength(1);
  });
});

describe('a push of which the repository tells no moment', () => {
  const { repository, head_commit, commits } = push();
  const untimed = (change: object = {}) =>
    push({ repository: { ...repository, pushed_at: null }, ...change });

  it('is of the moment of its delivery, with what its commits claim beside', () => {
    expect(readOne('push', untimed())).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: { claimedAt: new Date(head_commit.timestamp).toISOString() },
    });
  });

  it('can not be moved to another time by whoever made the commit', () => {
    const timestamp = '2031-01-01T00:00:00Z';
    const forged = untimed({ commits: [{ ...commits[0], timestamp }] });
    expect(readOne('push', forged)).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: { claimedAt: '2031-01-01T00:00:00.000Z' },
    });
  });

  it('claims nothing beside the moment GitHub tells', () => {
    expect(readOne('push', push()).predicate).not.toHaveProperty('claimedAt');
  });
});

describe('what a push does not tell', () => {
  it('is not made up: whether it was forced', () => {
    const { predicate } = readOne('push', push({ forced: undefined }));
    expect(predicate).not.toHaveProperty('forced');
    expect(readOne('push', push({ forced: false })).predicate).toMatchObject({
      forced: false,
    });
  });

  it('is somebody unknown: the author of a commit, or the pusher', () => {
    const payload = push({ sender: null, pusher: null });
    payload.commits[0] = { ...payload.commits[0], author: null };
    expect(readOne('push', payload).predicate).toMatchObject({
      pushedBy: { name: 'ghost', kind: 'unknown' },
      commits: [{ author: { name: 'ghost', kind: 'unknown' } }],
    });
  });
});

describe('a push by a deploy key', () => {
  it('is by nobody, though GitHub names the account the key belongs to', () => {
    const payload = push({ pusher: { name: 'deploy_key' } });
    expect(readOne('push', payload).predicate).toMatchObject({
      pushedBy: { system: 'github.com', name: 'deploy_key', kind: 'bot' },
    });
  });
});

describe('the people of a push', () => {
  const by = (author: object, message = 'Fix') => {
    const payload = push();
    payload.commits[0] = { ...payload.commits[0], author, message };
    return payload;
  };

  it('have the account and its id, as their address tells', () => {
    const email = '21031067+Codertocat@users.noreply.github.com';
    expect(readCommits(by({ name: 'C', email }))[0]?.author).toEqual({
      system: 'github.com',
      login: 'Codertocat',
      id: '21031067',
      name: 'C',
      email,
      kind: 'unknown',
    });
  });

  it('do not have the id of another account', () => {
    const email = '1+other@users.noreply.github.com';
    const author = { name: 'C', email, username: 'Codertocat' };
    expect(readCommits(by(author))[0]?.author).not.toHaveProperty('id');
  });

  it('have no account of another server', () => {
    const email = '1+ann@users.noreply.github.com';
    const payload = onEnterprise(by({ name: 'Ann', email }));
    expect(readCommits(payload)[0]?.author).toEqual({
      system: 'github.bank.example',
      name: 'Ann',
      email,
      kind: 'unknown',
    });
  });

  it('have an account of their own server', () => {
    const email = 'ann@users.noreply.github.bank.example';
    const payload = onEnterprise(by({ name: 'Ann', email }));
    expect(readCommits(payload)[0]?.author).toMatchObject({ login: 'ann' });
  });

  it('may be machines', () => {
    const email = '49699333+dependabot[bot]@users.noreply.github.com';
    expect(
      readCommits(by({ name: 'dependabot', email }))[0]?.author,
    ).toMatchObject({ login: 'dependabot[bot]', id: '49699333', kind: 'bot' });
  });

  it('are known by the pusher where no sender is told', () => {
    const { predicate } = readOne('push', push({ sender: null }));
    expect(predicate).toMatchObject({
      pushedBy: { name: 'Codertocat', kind: 'unknown' },
    });
  });
});
