import * as make from '../__testUtils__/azureObjects';
import { ledger } from '../__testUtils__/expectedSubjects';
import { normaliseEvent, readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('a repository', () => {
  const changed = (event: unknown) => {
    const [statement, ...others] = readEvent(event);
    expect(others).toEqual([]);
    return statement;
  };

  it.each([
    ['created', 'created', {}, []],
    ['undeleted', 'restored', {}, []],
    [
      'statuschanged',
      'edited',
      { disabled: true },
      [{ field: 'disabled', after: true }],
    ],
  ])('that is %s', (kind, action, more, changes) => {
    expect(changed(sample.repositoryEvent(kind, more))).toEqual({
      type: 'settings-changed',
      subjects: [ledger],
      predicate: {
        setting: 'repository',
        action,
        name: 'ledger',
        changes,
        changedBy: expect.objectContaining({ login: 'cora@bank.example' }),
        changedAt: '2026-03-02T11:00:00.549Z',
      },
      observedAt: '2026-03-02T11:00:00.549Z',
      sourceId: 'azure-devops',
    });
  });

  it('that is renamed is found by both of its names', () => {
    const renamed = { oldName: 'book', newName: 'ledger' };
    expect(changed(sample.repositoryEvent('renamed', renamed))).toMatchObject({
      subjects: [
        ledger,
        { uri: 'https://dev.azure.com/bank/payments/_git/book' },
      ],
      predicate: {
        action: 'edited',
        changes: [{ field: 'name', before: 'book', after: 'ledger' }],
      },
    });
  });

  it('that is deleted is named by its project', () => {
    const event = sample.repositoryEvent('deleted', {
      repository: undefined,
      project: make.project,
      repositoryId: make.REPOSITORY,
      repositoryName: 'ledger',
      isHardDelete: false,
    });
    expect(changed(event)).toMatchObject({
      subjects: [ledger],
      predicate: { action: 'deleted', name: 'ledger', changes: [] },
    });
  });

  it('that is deleted and names no organisation is rejected', () => {
    const { url: _, ...project } = make.project;
    const event = {
      ...sample.repositoryEvent('deleted', {
        project,
        repositoryName: 'ledger',
      }),
      resourceContainers: undefined,
    };
    expect(normaliseEvent(event)).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('resource.project.url is missing'),
    });
    const told = { ...event, resourceContainers: sample.containers };
    expect(changed(told)?.subjects).toEqual([ledger]);
  });

  it('that is forked makes another', () => {
    const event = sample.repositoryEvent('forked', {
      repository: undefined,
      sourceRepository: make.repository,
      targetRepository: { ...make.repository, name: 'mine' },
    });
    expect(changed(event)).toMatchObject({
      subjects: [{ uri: 'https://dev.azure.com/bank/payments/_git/mine' }],
      predicate: {
        action: 'created',
        name: 'mine',
        changes: [{ field: 'sourceRepository', after: ledger.uri }],
      },
    });
  });
});
