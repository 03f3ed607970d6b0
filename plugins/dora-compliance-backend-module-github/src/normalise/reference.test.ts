import { HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { onEnterprise, read, readOne } from '../__testUtils__/read';

const NONE = '0'.repeat(40);
const OLD = 'ab'.repeat(20);
const NEW = 'cd'.repeat(20);
const REPOSITORY = 'https://github.com/Codertocat/Hello-World';
const PUSHED_AT = '2019-05-15T15:20:57.000Z';

/** A push that moves a reference. */
const push = (ref: string, before: string, after: string) => ({
  ...readPayload('push.5.json'),
  ref,
  before,
  after,
  created: before === NONE,
  deleted: after === NONE,
  commits: [],
  head_commit: after === NONE ? null : { id: after },
});

describe('a push of a tag', () => {
  const tag = 'refs/tags/v1.0';
  const page = { kind: 'tag', uri: `${REPOSITORY}/releases/tag/v1.0` };

  it('creates it', () => {
    expect(readOne('push', push(tag, NONE, NEW))).toEqual({
      type: 'reference-changed',
      subjects: [
        { kind: 'repository', uri: REPOSITORY },
        page,
        { kind: 'commit', digest: `gitCommit:${NEW}` },
      ],
      predicate: {
        reference: { kind: 'tag', name: 'v1.0' },
        action: 'created',
        after: NEW,
        changedBy: {
          system: 'github.com',
          login: 'Codertocat',
          id: '21031067',
          kind: 'human',
        },
        changedAt: PUSHED_AT,
      },
      observedAt: PUSHED_AT,
      sourceId: 'github',
    });
  });

  it('moves it', () => {
    expect(readOne('push', push(tag, OLD, NEW)).predicate).toMatchObject({
      action: 'moved',
      before: OLD,
      after: NEW,
    });
  });

  it('deletes it', () => {
    const { subjects, predicate } = readOne('push', push(tag, OLD, NONE));
    expect(predicate).toMatchObject({ action: 'deleted', before: OLD });
    expect(predicate).not.toHaveProperty('after');
    // Of an annotated tag that is no commit.
    expect(subjects).toEqual([expect.anything(), page]);
  });

  it('that is annotated points to the commit, not to its own object', () => {
    const payload = { ...push(tag, NONE, OLD), head_commit: { id: NEW } };
    const { subjects, predicate } = readOne('push', payload);
    expect(predicate).toMatchObject({ after: NEW });
    expect(subjects).toContainEqual({
      kind: 'commit',
      digest: `gitCommit:${NEW}`,
    });
    expect(JSON.stringify(subjects)).not.toContain(OLD);
  });

  it('with a name of its own has a page of its own', () => {
    const name = 'refs/tags/@bank/ledger@1.0.0';
    expect(readOne('push', push(name, NONE, NEW)).subjects[1]).toEqual({
      kind: 'tag',
      uri: `${REPOSITORY}/releases/tag/%40bank%2Fledger%401.0.0`,
    });
  });
});

describe('a push that deletes a branch', () => {
  const gone = push('refs/heads/release/1 x', OLD, NONE);

  it('tells the last commit', () => {
    expect(readOne('push', gone)).toMatchObject({
      type: 'reference-changed',
      subjects: [
        { kind: 'repository' },
        { kind: 'branch', uri: `${REPOSITORY}/tree/release/1%20x` },
        { kind: 'commit', digest: `gitCommit:${OLD}` },
      ],
      predicate: {
        reference: { kind: 'branch', name: 'release/1 x' },
        action: 'deleted',
        before: OLD,
      },
    });
  });

  it('is known by the zeros alone', () => {
    expect(readOne('push', { ...gone, deleted: undefined }).type).toBe(
      'reference-changed',
    );
  });
});

describe('delete', () => {
  const deleted = (change: object = {}) => ({
    ...readPayload('delete.0.json'),
    ...change,
  });

  it.each([
    ['tag', 'simple-tag', `${REPOSITORY}/releases/tag/simple-tag`],
    ['branch', 'main', `${REPOSITORY}/tree/main`],
  ])('of a %s', (ref_type, ref, uri) => {
    expect(readOne('delete', deleted({ ref_type, ref }))).toMatchObject({
      observedAt: HAPPENED_AT,
      subjects: [{ kind: 'repository' }, { kind: ref_type, uri }],
      predicate: {
        reference: { kind: ref_type, name: ref },
        action: 'deleted',
        changedBy: { login: 'Codertocat' },
      },
    });
  });

  it('by a deploy key is by nobody', () => {
    const payload = deleted({ pusher_type: 'deploy_key' });
    expect(readOne('delete', payload).predicate).not.toHaveProperty(
      'changedBy',
    );
  });

  it('names a server of its own', () => {
    expect(readOne('delete', onEnterprise(deleted()))).toMatchObject({
      predicate: { changedBy: { system: 'github.bank.example' } },
    });
  });
});

describe('create', () => {
  it('of a tag', () => {
    expect(readOne('create', readPayload('create.0.json'))).toMatchObject({
      type: 'reference-changed',
      observedAt: HAPPENED_AT,
      predicate: {
        reference: { kind: 'tag', name: 'simple-tag' },
        action: 'created',
      },
    });
  });

  it('of a branch is told by the push that brings its commits', () => {
    const payload = { ...readPayload('create.0.json'), ref_type: 'branch' };
    expect(read('create', payload)).toEqual([]);
  });
});
