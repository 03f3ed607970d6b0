import { readPayload } from '../__testUtils__/payloads';
import { readOne } from '../__testUtils__/read';

/** A run that ended, of the repository itself. */
const ended = (change: object = {}) => {
  const payload = readPayload('workflow_run.completed.1.json');
  const { html_url } = payload.repository;
  Object.assign(payload.workflow_run, {
    head_branch: 'main',
    head_repository: { html_url },
    ...change,
  });
  return payload;
};

const readBranch = (payload: unknown) => {
  const { predicate } = readOne('workflow_run', payload);
  return 'branch' in predicate ? predicate.branch : undefined;
};

describe('the branch of a run', () => {
  it('is one of the repository', () => {
    expect(readBranch(ended())).toBe('main');
    expect(readBranch(ended({ head_repository: undefined }))).toBe('main');
  });

  it.each([
    ['of a fork', { html_url: 'https://github.com/stranger/ledger' }],
    ['of a fork that is gone', null],
  ])('%s is none of the repository', (_, head_repository) => {
    expect(readBranch(ended({ head_repository }))).toBeUndefined();
  });
});

describe('the name of a run', () => {
  it.each([
    [{ name: '', path: 'ci.yml' }, 'ci.yml'],
    [{ name: null, path: '', id: 7 }, '7'],
  ])('of %j is %s', (change, name) => {
    expect(readOne('workflow_run', ended(change)).predicate).toMatchObject({
      pipeline: { name },
    });
  });
});

describe('who started a run', () => {
  const ann = { login: 'ann', id: 1, type: 'User' };
  const bob = { login: 'bob', id: 2, type: 'User' };
  const readStarter = (change: object) => {
    const { predicate } = readOne(
      'workflow_run',
      ended({ triggering_actor: undefined, ...change }),
    );
    return 'triggeredBy' in predicate
      ? predicate.triggeredBy?.login
      : undefined;
  };

  it('is whoever triggered it', () => {
    expect(readStarter({ event: 'push', actor: ann })).toBe('ann');
    expect(
      readStarter({ event: 'push', actor: ann, triggering_actor: bob }),
    ).toBe('bob');
  });

  it.each([
    ['as it is told by now', { run_attempt: 1, triggering_actor: ann }],
    ['as older servers tell', { run_attempt: undefined }],
  ])('is nobody for a schedule, %s', (_, change) => {
    expect(readStarter({ event: 'schedule', actor: ann, ...change })).toBe(
      undefined,
    );
  });

  it('is whoever ran a schedule again', () => {
    expect(
      readStarter({
        event: 'schedule',
        run_attempt: 2,
        actor: ann,
        triggering_actor: bob,
      }),
    ).toBe('bob');
  });

  it.each(['push', 'schedule'])(
    'again is not told by older servers, of a %s',
    event => {
      expect(readStarter({ event, run_attempt: 2, actor: ann })).toBe(
        undefined,
      );
    },
  );

  it('may be a machine', () => {
    const bot = { login: 'dependabot[bot]', id: 49699333, type: 'Bot' };
    const change = { event: 'push', actor: bot, triggering_actor: bot };
    expect(readOne('workflow_run', ended(change)).predicate).toMatchObject({
      triggeredBy: { kind: 'bot' },
    });
  });
});
