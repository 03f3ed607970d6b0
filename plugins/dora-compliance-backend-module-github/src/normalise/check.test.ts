import { HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { normalise, onEnterprise, read, readOne } from '../__testUtils__/read';

const check = (change: object = {}) => {
  const payload = readPayload('check_run.completed.1.json');
  Object.assign(payload.check_run, change);
  return payload;
};

const status = (change: object = {}) => ({
  ...readPayload('status.0.json'),
  ...change,
});

describe('check_run', () => {
  it('is a check by an app', () => {
    expect(readOne('check_run', check())).toMatchObject({
      type: 'check-finished',
      observedAt: '2019-05-15T15:21:12.000Z',
      subjects: [
        { kind: 'repository' },
        { digest: 'gitCommit:ec26c3e57ca3a959ca5aad62de7213c562f8c821' },
      ],
      predicate: {
        name: 'Octocoders-linter',
        outcome: 'failure',
        url: 'https://github.com/Codertocat/Hello-World/runs/128620228',
        reportedBy: {
          system: 'github.com',
          login: 'github-actions[bot]',
          kind: 'bot',
        },
      },
    });
  });

  it('does not take the id of the app for that of its account', () => {
    const { predicate } = readOne('check_run', check());
    expect(predicate).not.toHaveProperty('reportedBy.id');
  });

  it('may come from an app that is gone', () => {
    const { predicate } = readOne('check_run', check({ app: null }));
    expect(predicate).not.toHaveProperty('reportedBy');
  });

  it('without an end is over when it was told', () => {
    expect(readOne('check_run', check({ completed_at: null }))).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: { finishedAt: HAPPENED_AT },
    });
  });

  it('is no success when it is neutral', () => {
    expect(
      readOne('check_run', check({ conclusion: 'neutral' })).predicate,
    ).toMatchObject({ outcome: 'other' });
  });

  it.each(['created', 'rerequested', 'requested_action'])(
    'tells no end when %s',
    action => {
      expect(read('check_run', { ...check(), action })).toEqual([]);
    },
  );
});

describe('status', () => {
  it('is a check by whoever reported it', () => {
    expect(readOne('status', status())).toMatchObject({
      type: 'check-finished',
      observedAt: '2019-05-15T15:20:55.000Z',
      subjects: [
        { kind: 'repository' },
        { digest: 'gitCommit:6113728f27ae82c7b1a177c8d03f9e96e0adf246' },
      ],
      predicate: {
        name: 'default',
        outcome: 'success',
        reportedBy: { login: 'Codertocat', id: '21031067', kind: 'human' },
      },
    });
  });

  it.each([
    ['failure', 'failure'],
    ['error', 'failure'],
  ])('%s is a %s', (state, outcome) => {
    expect(readOne('status', status({ state })).predicate).toMatchObject({
      outcome,
    });
  });

  it('pending is no end', () => {
    expect(read('status', status({ state: 'pending' }))).toEqual([]);
  });

  it('links to pages alone', () => {
    const url = 'https://ci.bank.example/build/1';
    expect(
      readOne('status', status({ target_url: url })).predicate,
    ).toMatchObject({ url });
    expect(
      readOne('status', status({ target_url: 'data:text/html,hello' }))
        .predicate,
    ).not.toHaveProperty('url');
  });

  it('may be reported by nobody known, on a server of its own', () => {
    const { predicate, subjects } = readOne(
      'status',
      onEnterprise(status({ sender: null })),
    );
    expect(predicate).not.toHaveProperty('reportedBy');
    expect(subjects[0]?.uri).toBe(
      'https://github.bank.example/Codertocat/Hello-World',
    );
  });

  it('is rejected in a state GitHub does not know', () => {
    expect(normalise('status', status({ state: 'fine' }))).toMatchObject({
      outcome: 'rejected',
    });
  });
});
