import * as make from '../../__testUtils__/azureObjects';
import {
  collectedDocument,
  buildList,
  readDocument,
} from '../../__testUtils__/collectedDocument';
import { normaliseAzureDevOpsApi } from './normaliseAzureDevOpsApi';

const scope = { productionEnvironments: [], protectedBranches: [] };
const bytes = (text: string) => new TextEncoder().encode(text);

describe('runs', () => {
  it('are the target’s, however the build names it', () => {
    const { repository: _, ...build } = make.build(42, '2026-03-02T10:00:00Z');
    const { statements } = readDocument(
      collectedDocument('runs', { 'build/builds': buildList(build) }),
    );
    expect(statements).toMatchObject([
      {
        type: 'pipeline-run-finished',
        subjects: [
          { uri: 'https://dev.azure.com/bank/payments/_git/ledger' },
          {},
          {},
          {},
        ],
      },
    ]);
  });

  it('that tell no end are flaws, and those that go on nothing', () => {
    const build = make.build(42, '2026-03-02T10:00:00Z');
    expect(
      readDocument(
        collectedDocument('runs', {
          'build/builds': buildList(
            { ...build, finishTime: undefined },
            { ...build, status: 'inProgress' },
          ),
        }),
      ),
    ).toEqual({ statements: [], flaws: ['build 42: finishTime is missing'] });
  });
});

describe('settings of a project', () => {
  it.each([
    [{ buildsEnabledForForks: false }, 'no builds of forks on GitHub'],
    [
      {
        buildsEnabledForForks: true,
        enforceNoAccessToSecretsFromForks: true,
        isCommentRequiredForPullRequest: true,
      },
      'builds of forks on GitHub without secrets after a comment',
    ],
    [
      { buildsEnabledForForks: true },
      'builds of forks on GitHub possibly with secrets',
    ],
    [{}, undefined],
  ])('%j', (settings, forkPolicy) => {
    const { statements } = readDocument(
      collectedDocument('pipeline-settings', {
        'build/generalsettings': settings,
      }),
    );
    expect(statements.map(({ predicate }) => predicate)).toEqual([
      { complete: true, ...(forkPolicy && { forkPolicy }) },
    ]);
  });

  it('that keep no number of days are not complete', () => {
    const { statements } = readDocument(
      collectedDocument('log-retention', { 'build/retention': {} }),
    );
    expect(statements).toMatchObject([
      { predicate: { complete: false, problem: 'purgeRuns is missing' } },
    ]);
  });
});

describe('runners', () => {
  it('are not complete where a pool was refused', () => {
    const queue = { id: 1, name: 'Own', pool: { id: 3, isHosted: false } };
    const { statements } = readDocument(
      collectedDocument(
        'runners',
        { 'distributedtask/queues': buildList(queue) },
        'Azure DevOps answered 403',
      ),
    );
    expect(statements).toMatchObject([
      { predicate: { complete: false, runners: [] } },
    ]);
  });
});

describe('a collected document', () => {
  it.each([
    [
      'of an unknown part',
      'weather',
      /^weather: azure-devops collects no part of this name$/,
    ],
    ['of a name objects have', 'constructor', /collects no part of this name$/],
  ])('%s is rejected', (_, part, reason) => {
    const document = collectedDocument(part, {});
    expect(() => readDocument(document)).toThrow(reason);
  });

  it('that is none is rejected', () => {
    expect(normaliseAzureDevOpsApi(bytes('{}'), scope)).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('collected document: part '),
    });
    expect(normaliseAzureDevOpsApi(bytes('{'), scope).outcome).toBe('rejected');
  });

  it('of another target is rejected', () => {
    const document = {
      ...collectedDocument('pipeline-settings', {
        'build/generalsettings': {},
      }),
      target: 'https://github.com/bank/ledger',
    };
    expect(() => readDocument(document)).toThrow('no repository of Azure');
  });
});
