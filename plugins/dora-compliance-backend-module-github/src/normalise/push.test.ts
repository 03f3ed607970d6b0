import { readPayload } from '../__testUtils__/corpus';
import { normalise, onEnterprise, readOne } from '../__testUtils__/read';

const BEFORE = 'ab'.repeat(20);

/** A push of one commit onto another. */
const push = (change: object = {}) => ({
  ...readPayload('push.5.json'),
  before: BEFORE,
  created: false,
  ...change,
});

const flawsOf = (payload: unknown) => {
  const answer = normalise('push', payload);
  return answer.outcome === 'normalised' ? answer.flaws : [answer.reason];
};

const commitsOf = (payload: unknown) => {
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
    expect(flawsOf(payload)).toBeUndefined();
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
    expect(flawsOf(push({ commits: [...others, commit] }))).toEqual([
      'commits: only 2048 of the pushed commits listed',
    ]);
    expect(
      flawsOf(push({ commits: [...others.slice(1), commit] })),
    ).toBeUndefined();
  });

  it('as its size tells', () => {
    expect(flawsOf(push({ size: 3 }))).toEqual([
      'commits: only 1 of the pushed commits listed',
    ]);
  });

  it('as the missing tip tells', () => {
    expect(flawsOf(push({ commits: [{ ...commit, id: BEFORE }] }))).toEqual([
      'commits: only 1 of the pushed commits listed',
    ]);
    expect(flawsOf(push({ commits: [] }))).toEqual([
      'commits: only 0 of the pushed commits listed',
    ]);
  });

  it('still gives what it lists', () => {
    expect(commitsOf(push({ size: 3 }))).toHaveLength(1);
  });
});

describe('a push to a repository that was never pushed to', () => {
  it('is of the moment of its last commit', () => {
    const { repository, head_commit } = push();
    const payload = push({ repository: { ...repository, pushed_at: null } });
    expect(Date.parse(readOne('push', payload).observedAt)).toBe(
      Date.parse(head_commit.timestamp),
    );
  });
});

describe('the people of a push', () => {
  const by = (author: object, message = 'Mend') => {
    const payload = push();
    payload.commits[0] = { ...payload.commits[0], author, message };
    return payload;
  };

  it('have the account and its id, as their address tells', () => {
    const email = '21031067+Codertocat@users.noreply.github.com';
    expect(commitsOf(by({ name: 'C', email }))[0]?.author).toEqual({
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
    expect(commitsOf(by(author))[0]?.author).not.toHaveProperty('id');
  });

  it('have no account of another server', () => {
    const email = '1+ann@users.noreply.github.com';
    const payload = onEnterprise(by({ name: 'Ann', email }));
    expect(commitsOf(payload)[0]?.author).toEqual({
      system: 'github.bank.example',
      name: 'Ann',
      email,
      kind: 'unknown',
    });
  });

  it('have an account of their own server', () => {
    const email = 'ann@users.noreply.github.bank.example';
    const payload = onEnterprise(by({ name: 'Ann', email }));
    expect(commitsOf(payload)[0]?.author).toMatchObject({ login: 'ann' });
  });

  it('may be machines', () => {
    const email = '49699333+dependabot[bot]@users.noreply.github.com';
    expect(
      commitsOf(by({ name: 'dependabot', email }))[0]?.author,
    ).toMatchObject({ login: 'dependabot[bot]', id: '49699333', kind: 'bot' });
  });

  it('are known by the pusher where no sender is told', () => {
    const { predicate } = readOne('push', push({ sender: null }));
    expect(predicate).toMatchObject({
      pushedBy: { name: 'Codertocat', kind: 'unknown' },
    });
  });
});
