import {
  annHere,
  commitSubject,
  ledger,
  SYSTEM,
} from '../__testUtils__/expectedSubjects';
import {
  commit,
  type Payload,
  push,
  repository,
  sha,
  URL_OF_PROJECT,
} from '../__testUtils__/payloads';
import {
  answer,
  read,
  RECEIVED_AT,
  sent,
  SENT_AT,
  withoutTime,
} from '../__testUtils__/reading';

const hook = { 'x-gitlab-event': 'Push Hook' };
const systemHook = { 'x-gitlab-event': 'System Hook' };

describe('push', () => {
  it('tells who pushed what', () => {
    const message =
      'Book c\n\nCo-authored-by: Ann <7-ann@users.noreply.example.com>\nco-authored-by: Bob <bob@bank.example>\n';
    const payload = push({
      commits: [commit('b'), commit('c', { message })],
      total_commits_count: 4,
    });
    expect(answer(payload, hook)).toEqual({
      outcome: 'normalised',
      flaws: ['commits lists 2 of 4'],
      statements: [
        {
          type: 'commits-pushed',
          subjects: [ledger, commitSubject('c'), commitSubject('b')],
          predicate: {
            branch: 'main',
            before: sha('a'),
            after: sha('c'),
            pushedBy: annHere,
            commits: [
              {
                commit: sha('b'),
                author: {
                  system: SYSTEM,
                  name: 'Ann Teller',
                  email: 'ann@bank.example',
                  kind: 'unknown',
                },
                coAuthors: [],
                title: 'Book b',
              },
              expect.objectContaining({
                title: 'Book c',
                coAuthors: [
                  expect.objectContaining({
                    name: 'Ann',
                    email: '7-ann@users.noreply.example.com',
                  }),
                  expect.objectContaining({ email: 'bob@bank.example' }),
                ],
              }),
            ],
            commitCount: 4,
            claimedAt: '2026-03-02T08:00:00.000Z',
          },
          observedAt: RECEIVED_AT,
          sourceId: 'gitlab',
        },
      ],
    });
  });

  it('knows the accounts behind the addresses GitLab gives', () => {
    const email = '7-ann@users.noreply.gitlab.bank.example';
    const payload = push({ commits: [commit('b', { author: { email } })] });
    expect(read({ ...payload, total_commits_count: 1 })).toMatchObject([
      { predicate: { commits: [{ author: { login: 'ann', id: '7' } }] } },
    ]);
  });

  it.each(['main', 'rc', 'feature', 'release/2.0', 'refs/heads/odd'])(
    'to %s is kept: any branch may be deployed',
    branch => {
      expect(read(push({ ref: `refs/heads/${branch}` }))).toMatchObject([
        { type: 'commits-pushed', predicate: { branch } },
      ]);
    },
  );

  it.each(['refs/tags/main', 'refs/heads/', 'main'])(
    'to %s, which is no branch, is a flaw',
    ref => {
      expect(answer(push({ ref }))).toEqual({
        outcome: 'normalised',
        statements: [],
        flaws: [`ref ${ref} is not a branch: the push was not read`],
      });
    },
  );

  it('that made a branch has nothing before it', () => {
    const [statement] = read(push({ before: sha('0') }));
    expect(statement?.predicate).not.toHaveProperty('before');
  });

  it('of an older version names its project as the repository', () => {
    const payload = push({ project: undefined, repository: repository() });
    expect(read(payload)[0]?.subjects[0]?.uri).toBe(URL_OF_PROJECT);
  });

  it('may lack the fields that only some versions have', () => {
    const payload = push({
      commits: [{ id: sha('c'), message: 'Book' }],
      total_commits_count: undefined,
      user_username: undefined,
      ref_protected: undefined,
    });
    expect(read(payload)).toMatchObject([
      {
        predicate: {
          pushedBy: { name: 'Ann Teller', id: '1' },
          commits: [{ title: 'Book' }],
        },
      },
    ]);
  });
});

describe('the time of a push', () => {
  const forged = (timestamp: unknown) =>
    push({
      commits: [commit('b'), commit('c', { timestamp })],
    });

  it.each(['2012-01-03T23:36:29+02:00', '2099-01-01T00:00:00Z'])(
    'is not the one its commits claim: %s',
    timestamp => {
      const [received] = read(forged(timestamp));
      expect(received?.observedAt).toBe(RECEIVED_AT);
      const [told] = read(forged(timestamp), sent);
      expect(told?.observedAt).toBe(SENT_AT);
    },
  );

  it('stands beside the latest one they claim', () => {
    expect(read(forged('2012-01-03T23:36:29+02:00'))[0]?.predicate).toEqual(
      expect.objectContaining({ claimedAt: '2026-03-02T08:00:00.000Z' }),
    );
    expect(read(forged('2099-01-01T00:00:00Z'))[0]?.predicate).toEqual(
      expect.objectContaining({ claimedAt: '2099-01-01T00:00:00.000Z' }),
    );
  });

  it.each([null, undefined, 'long ago', '292277026596-12-04T15:30:07Z', {}])(
    'may be claimed as %s, which hides no push',
    timestamp => {
      expect(read(forged(timestamp))).toMatchObject([
        { predicate: { claimedAt: '2026-03-02T08:00:00.000Z' } },
      ]);
    },
  );

  it('of which nothing tells is a reason to reject it', () => {
    expect(withoutTime(push())).toEqual({
      outcome: 'rejected',
      reason: expect.stringContaining('the time of the push is unknown'),
    });
  });
});

describe('whether a push was forced', () => {
  const empty = (fields: Payload = {}) =>
    push({ commits: [], total_commits_count: 0, ...fields });
  const forced = (payload: Payload, headers: Record<string, string> = hook) => {
    const found = answer(payload, headers);
    const [statement] = found.outcome === 'normalised' ? found.statements : [];
    return statement?.type === 'commits-pushed' && statement.predicate.forced;
  };

  it('is not told', () => {
    const [statement] = read(push(), hook);
    expect(statement?.predicate).not.toHaveProperty('forced');
  });

  it.each([
    ['the default branch', { ref_protected: undefined }],
    ['a protected one', { ref: 'refs/heads/x', ref_protected: true }],
    ['a configured one', { ref: 'refs/heads/rc', ref_protected: undefined }],
  ])('is known when it moved %s back', (_, fields) => {
    expect(forced(empty(fields))).toBe(true);
  });

  it.each([
    [
      'a branch that may be deleted by now',
      { ref: 'refs/heads/x', ref_protected: false },
      hook,
    ],
    ['a new branch', { before: sha('0') }, hook],
    ['a branch, where the kind of hook is not told', {}, {}],
    [
      'a branch, where nothing was counted',
      { total_commits_count: null },
      hook,
    ],
    ['a branch, as told by a system hook', {}, systemHook],
  ])('is unknown of %s without commits', (_, fields, headers) => {
    expect(forced(empty(fields), headers as Record<string, string>)).toBe(
      undefined,
    );
  });

  it('and that commits may be missing is said of a system hook', () => {
    expect(answer(empty(), systemHook)).toMatchObject({
      statements: [{ type: 'commits-pushed' }],
      flaws: [expect.stringContaining('commits is empty')],
    });
    const branch = answer(empty({ before: sha('0') }), systemHook);
    expect(branch).not.toHaveProperty('flaws');
  });
});

describe('a push that deleted a branch', () => {
  const gone = push({
    ref: 'refs/heads/release/1#2',
    after: sha('0'),
    checkout_sha: null,
    commits: [],
    total_commits_count: 0,
  });

  it('tells which one, by whom, and what it was', () => {
    expect(read(gone, hook)).toEqual([
      {
        type: 'reference-changed',
        subjects: [
          ledger,
          { kind: 'branch', uri: `${URL_OF_PROJECT}/-/tree/release/1%232` },
          commitSubject('a'),
        ],
        predicate: {
          reference: { kind: 'branch', name: 'release/1#2' },
          action: 'deleted',
          before: sha('a'),
          changedBy: annHere,
          changedAt: RECEIVED_AT,
        },
        observedAt: RECEIVED_AT,
        sourceId: 'gitlab',
      },
    ]);
  });
});

describe('repository_update', () => {
  const update = (refs: string[]) => ({
    event_name: 'repository_update',
    project_id: 30,
    changes: refs.map(ref => ({ before: sha('a'), after: sha('b'), ref })),
    refs,
  });
  const branches = [1, 2, 3, 4].map(number => `refs/heads/b${number}`);

  it('says again what the events of branches and tags say', () => {
    const tags = ['refs/tags/a', 'refs/tags/b'];
    expect(read(update([...branches.slice(1), ...tags]))).toEqual([]);
    expect(read({ event_name: 'repository_update' })).toEqual([]);
  });

  it('is a flaw when GitLab sends no event of each', () => {
    expect(answer(update(branches))).toMatchObject({
      statements: [],
      flaws: [expect.stringContaining('push_event_hooks_limit')],
    });
  });
});
