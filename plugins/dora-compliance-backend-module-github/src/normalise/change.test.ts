import { readPayload } from '../__testUtils__/payloads';
import { documented } from '../__testUtils__/documented';
import { normalise, onEnterprise, read, readOne } from '../__testUtils__/read';

describe('pull_request', () => {
  it('merged is a change merged by somebody', () => {
    expect(
      readOne('pull_request', documented['pull_request.closed']),
    ).toMatchObject({
      type: 'change-merged',
      observedAt: '2019-05-15T15:20:33.000Z',
      subjects: [
        { kind: 'repository' },
        { kind: 'change' },
        { kind: 'commit' },
        { digest: 'gitCommit:c4295bd74fb0f4fda03689c3df3f2803b658fd85' },
      ],
      predicate: {
        author: { login: 'Codertocat', id: '21031067', kind: 'human' },
        mergedBy: { login: 'Codertocat' },
        mergeCommit: 'c4295bd74fb0f4fda03689c3df3f2803b658fd85',
      },
    });
  });

  it.each([
    ['## Purpose\nRound up\n## Risk\nTBD', ['purpose']],
    [null, []],
    [undefined, undefined],
    [7, undefined],
  ])('with the description %j has the headings %j', (body, headings) => {
    const payload = structuredClone(documented['pull_request.closed']);
    payload.pull_request.body = body;
    const { predicate } = readOne('pull_request', payload);
    expect((predicate as { headings?: unknown }).headings).toEqual(headings);
  });

  it('of a push tells which commit was the last one before it', () => {
    const opened = readPayload('pull_request.opened.0.json');
    const before = 'ab'.repeat(20);
    const pushed = { ...opened, action: 'synchronize', before };
    expect(readOne('pull_request', pushed).predicate).toMatchObject({ before });
    expect(readOne('pull_request', opened).predicate).not.toHaveProperty(
      'before',
    );
  });

  it('of a deleted account is of somebody unknown', () => {
    const payload = structuredClone(documented['pull_request.closed']);
    payload.pull_request.user = null;
    expect(readOne('pull_request', payload).predicate).toMatchObject({
      author: { name: 'ghost', kind: 'unknown' },
    });
    const opened = readPayload('pull_request.opened.0.json');
    opened.sender = null;
    expect(readOne('pull_request', opened).predicate).toMatchObject({
      pushedBy: { name: 'ghost', kind: 'unknown' },
    });
  });

  it.each([
    'assigned.1',
    'converted_to_draft.5',
    'labeled.8',
    'locked.10',
    'ready_for_review.15',
    'review_requested.21',
  ])('%s brings and approves nothing', name => {
    expect(
      read('pull_request', readPayload(`pull_request.${name}.json`)),
    ).toEqual([]);
  });

  it('links to pages alone', () => {
    const payload = readPayload('pull_request.opened.0.json');
    payload.pull_request.html_url = 'data:text/html,hello';
    expect(normalise('pull_request', payload)).toMatchObject({
      reason: expect.stringContaining('must be a web address'),
    });
  });

  it('comes from a fork, from the same repository, or from one that is gone', () => {
    const readSource = (repo: unknown) => {
      const payload = structuredClone(documented['pull_request.closed']);
      payload.pull_request.head.repo = repo;
      const { predicate } = readOne('pull_request', payload);
      const opened = readPayload('pull_request.opened.0.json');
      opened.pull_request.head.repo = repo;
      const updated = readOne('pull_request', opened).predicate;
      const source =
        'sourceRepository' in predicate && predicate.sourceRepository;
      expect('sourceRepository' in updated && updated.sourceRepository).toEqual(
        source,
      );
      return source;
    };
    const url = 'https://github.com/stranger/Hello-World';
    expect(readSource({ html_url: url })).toEqual({ url, fork: true });
    const own = 'https://github.com/codertocat/hello-world';
    expect(readSource({ html_url: own })).toEqual({ url: own, fork: false });
    expect(readSource(null)).toEqual({ fork: true });
    expect(readSource(undefined)).toBe(false);
  });

  it('is merged where only the moment of the merge is told', () => {
    const payload = structuredClone(documented['pull_request.closed']);
    delete payload.pull_request.merged;
    expect(readOne('pull_request', payload).type).toBe('change-merged');
  });
});

describe('pull_request_review', () => {
  const dismissed = () => readPayload('pull_request_review.dismissed.1.json');

  it('dismissed keeps the moment of the review beside its own', () => {
    const payload = dismissed();
    payload.pull_request.updated_at = '2019-05-16T08:00:00Z';
    expect(readOne('pull_request_review', payload)).toMatchObject({
      type: 'change-reviewed',
      observedAt: '2019-05-16T08:00:00.000Z',
      predicate: {
        decision: 'dismissed',
        reviewId: '237895671',
        submittedAt: '2019-05-15T15:20:38.000Z',
      },
    });
    delete payload.pull_request.updated_at;
    expect(readOne('pull_request_review', payload).observedAt).toBe(
      '2019-05-15T15:20:38.000Z',
    );
  });

  it('submitted is of the moment it was submitted', () => {
    const payload = readPayload('pull_request_review.submitted.0.json');
    payload.pull_request.updated_at = '2019-05-16T08:00:00Z';
    expect(readOne('pull_request_review', payload).observedAt).not.toBe(
      '2019-05-16T08:00:00.000Z',
    );
  });

  it('edited decides nothing', () => {
    expect(
      read('pull_request_review', { ...dismissed(), action: 'edited' }),
    ).toEqual([]);
  });

  it('of a deleted account is of somebody unknown', () => {
    const payload = dismissed();
    payload.review.user = null;
    expect(readOne('pull_request_review', payload).predicate).toMatchObject({
      reviewer: { name: 'ghost', kind: 'unknown' },
    });
  });

  it.each([
    ['OWNER', true],
    ['MEMBER', undefined],
    ['CONTRIBUTOR', undefined],
    ['FIRST_TIMER', undefined],
    ['FIRST_TIME_CONTRIBUTOR', undefined],
    ['NONE', undefined],
    ['MANNEQUIN', false],
  ])('by somebody who is %s may write: %s', (association, mayWrite) => {
    const payload = readPayload('pull_request_review.submitted.0.json');
    payload.review.author_association = association;
    const { predicate } = readOne('pull_request_review', payload);
    expect('mayWrite' in predicate ? predicate.mayWrite : undefined).toBe(
      mayWrite,
    );
  });

  it.each(['submitted.0', 'dismissed.1'])(
    '%s of a commit that is not told is of no other',
    name => {
      const payload = readPayload(`pull_request_review.${name}.json`);
      const flawed = {
        statements: [],
        flaws: [expect.stringContaining('review.commit_id')],
      };
      payload.review.commit_id = null;
      expect(normalise('pull_request_review', payload)).toMatchObject(flawed);
      delete payload.review.commit_id;
      expect(normalise('pull_request_review', payload)).toMatchObject(flawed);
      expect(
        read('pull_request_review', { ...payload, action: 'edited' }),
      ).toEqual([]);
      delete payload.review.state;
      expect(normalise('pull_request_review', payload)).toMatchObject({
        reason: expect.stringContaining('review.state'),
      });
    },
  );

  it('by a machine is distinguished', () => {
    const payload = onEnterprise(dismissed());
    payload.review.user = { login: 'review-app[bot]', id: 7, type: 'Bot' };
    expect(readOne('pull_request_review', payload).predicate).toMatchObject({
      reviewer: {
        system: 'github.bank.example',
        login: 'review-app[bot]',
        id: '7',
        kind: 'bot',
      },
    });
  });
});

describe('an account', () => {
  const openedBy = (sender: object) => {
    const payload = readPayload('pull_request.opened.0.json');
    const { predicate } = readOne('pull_request', { ...payload, sender });
    return 'pushedBy' in predicate ? predicate.pushedBy : undefined;
  };

  it.each([
    [{ login: 'dependabot', id: 1, type: 'Bot' }, 'bot'],
    [{ login: 'renovate[bot]', id: 2 }, 'bot'],
    [{ login: 'ann', id: 3, type: 'User' }, 'human'],
    [{ login: 'old', id: 4, type: 'Mannequin' }, 'unknown'],
    [{ login: 'ann', id: 5 }, 'unknown'],
    [{ login: 'web-flow', id: 19864447, type: 'User' }, 'bot'],
    [{ login: 'actions-user', id: 65916846, type: 'User' }, 'bot'],
  ])('like %j is of the kind %s', (user, kind) => {
    const { login, id } = user;
    expect(openedBy(user)).toMatchObject({ login, id: String(id), kind });
  });

  it('may tell its name alone', () => {
    expect(openedBy({ login: 'ann', id: null, type: null })).toEqual({
      system: 'github.com',
      login: 'ann',
      kind: 'unknown',
    });
  });

  it.each([{}, { login: '' }, { login: null, id: 0 }])(
    'without a name is nobody in particular: %j',
    user => {
      expect(openedBy(user)).toMatchObject({ name: 'ghost', kind: 'unknown' });
    },
  );

  it('that stands in for deleted ones is nobody in particular', () => {
    expect(openedBy({ login: 'ghost', id: 10137, type: 'User' })).toEqual({
      system: 'github.com',
      name: 'ghost',
      kind: 'unknown',
    });
  });
});
