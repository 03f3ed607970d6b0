import { MOMENT as moment } from '../__testUtils__/events';
import { read, supplemented, URN } from '../__testUtils__/readEvent';

describe('a repository', () => {
  it.each([
    ['created', 'created'],
    ['modified', 'edited'],
    ['deleted', 'deleted'],
  ])('that is %s is a setting that was %s', (predicate, action) => {
    const { statements } = supplemented(`repository.${predicate}`, {
      actor: { login: 'ann' },
    });
    expect(statements).toEqual([
      {
        type: 'settings-changed',
        subjects: [
          { kind: 'repository', uri: `${URN}:core%2Fledger` },
          { kind: 'repository', uri: 'https://git.bank.example/core/ledger' },
        ],
        predicate: {
          setting: 'repository',
          action,
          name: 'core/ledger',
          changes: [],
          changedBy: {
            system: 'cd.bank.example',
            login: 'ann',
            kind: 'unknown',
          },
          changedAt: moment,
        },
        observedAt: moment,
        sourceId: 'cdevents',
      },
    ]);
  });

  it('is known by its id where nothing else is told', () => {
    const deleted = read('repository.deleted', ({ subject }) => {
      subject.content = { url: 'git://git.bank.example/core/ledger' };
    });
    expect(deleted?.subjects).toHaveLength(1);
    expect(deleted?.predicate).toMatchObject({ name: 'core/ledger' });
    expect(deleted?.predicate).not.toHaveProperty('changedBy');
  });
});

describe('a branch', () => {
  it('that was deleted is named by the id of the subject', () => {
    const { statements } = supplemented('branch.deleted', {
      repository: 'https://git.bank.example/core/ledger',
      actor: { login: 'ann', system: 'git.bank.example' },
    });
    expect(statements).toEqual([
      {
        type: 'reference-changed',
        subjects: [
          { kind: 'branch', uri: `${URN}:release%2F2.1` },
          { kind: 'repository', uri: 'https://git.bank.example/core/ledger' },
        ],
        predicate: {
          reference: { kind: 'branch', name: 'release/2.1' },
          action: 'deleted',
          changedBy: {
            system: 'git.bank.example',
            login: 'ann',
            kind: 'unknown',
          },
          changedAt: moment,
        },
        observedAt: moment,
        sourceId: 'cdevents',
      },
    ]);
  });
});
