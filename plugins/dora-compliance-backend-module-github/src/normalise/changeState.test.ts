import { HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { onEnterprise, read, readOne } from '../__testUtils__/read';

/** An open change that was acted on. */
const change = (action: string, more: object = {}) => ({
  ...readPayload('pull_request.opened.0.json'),
  action,
  ...more,
});

const HEAD = change('opened').pull_request.head.sha;

describe('a change', () => {
  it('was closed without a merge', () => {
    const payload = readPayload('pull_request.closed.3.json');
    expect(payload.pull_request.merged).toBe(false);
    expect(readOne('pull_request', payload)).toMatchObject({
      type: 'change-state-changed',
      observedAt: '2019-05-15T15:21:18.000Z',
      subjects: [
        { kind: 'repository' },
        { kind: 'change' },
        { kind: 'commit', digest: `gitCommit:${HEAD}` },
      ],
      predicate: {
        change: { number: '2' },
        action: 'closed',
        changedBy: { login: 'Codertocat', kind: 'human' },
        headCommit: HEAD,
        targetBranch: 'master',
      },
    });
  });

  it('was reopened, with the commit it has now', () => {
    expect(
      readOne('pull_request', onEnterprise(change('reopened'))),
    ).toMatchObject({
      observedAt: '2019-05-15T15:20:33.000Z',
      predicate: {
        action: 'reopened',
        headCommit: HEAD,
        changedBy: { system: 'github.bank.example' },
      },
    });
  });

  it('was aimed at another branch', () => {
    const changes = { base: { ref: { from: 'release' }, sha: { from: HEAD } } };
    const payload = change('edited', { changes });
    expect(readOne('pull_request', payload).predicate).toMatchObject({
      action: 'retargeted',
      targetBranch: 'master',
      previousTargetBranch: 'release',
    });
  });

  it.each([
    {},
    { title: { from: 'Old' } },
    { body: { from: null } },
    undefined,
  ])('whose edit is %j changed no state', changes => {
    expect(read('pull_request', change('edited', { changes }))).toEqual([]);
  });

  it('entered the merge queue at the moment of the delivery', () => {
    const statement = readOne('pull_request', change('enqueued'));
    expect(statement).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: { action: 'queued', targetBranch: 'master' },
    });
    expect(statement.predicate).not.toHaveProperty('reason');
  });

  it('left the merge queue, and why', () => {
    const payload = change('dequeued', { reason: 'CI_FAILURE' });
    expect(readOne('pull_request', payload)).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: { action: 'dequeued', reason: 'CI_FAILURE' },
    });
  });

  it('may be closed by somebody who is not told', () => {
    const payload = change('closed', { sender: null });
    payload.pull_request = { ...payload.pull_request, user: null };
    expect(readOne('pull_request', payload).predicate).not.toHaveProperty(
      'changedBy',
    );
  });

  it('in a merge group is told by its own events', () => {
    expect(
      read('merge_group', readPayload('merge_group.checks_requested.0.json')),
    ).toEqual([]);
  });
});
