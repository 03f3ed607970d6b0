import {
  COLLECTED_HEADER,
  collectedBody,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import * as make from '../__testUtils__/azureObjects';
import { CANARY } from '../__testUtils__/credentialAnswers';
import { FakeAzureDevOps } from '../__testUtils__/FakeAzureDevOps';
import { createAzureDevOpsEvidenceSource } from '../AzureDevOpsEvidenceSource';
import { createAzureDevOpsCollector } from './AzureDevOpsCollector';

const source = createAzureDevOpsEvidenceSource({
  webhookSecrets: ['s'],
  events: false,
  productionEnvironments: [],
  protectedBranches: [],
});

let azure: FakeAzureDevOps;
beforeEach(async () => {
  azure = await FakeAzureDevOps.start();
});
afterEach(() => azure.api.stop());

async function only(part: string) {
  const cached: unknown[] = [];
  const documents = [];
  const collector = createAzureDevOpsCollector({
    config: azure.config,
    apiUrl: () => azure.api.url,
  });
  for await (const { document } of collector.collect(
    {
      kind: 'repository',
      uri: 'https://dev.azure.com/bank/payments/_git/ledger',
    },
    {
      now: () => '2026-03-31T12:00:00.000Z' as never,
      signal: new AbortController().signal,
      cache: {
        get: async () => undefined,
        set: async (_, answer) => void cached.push(answer),
      },
      parts: [part],
    },
  )) {
    documents.push(document);
  }
  const read = source.normalise({
    headers: { [COLLECTED_HEADER]: '1' },
    body: collectedBody(documents[0]!),
  });
  const [statement] = read.outcome === 'rejected' ? [] : read.statements;
  return {
    type: statement?.type,
    predicate: statement?.predicate,
    heartbeat: documents.at(-1),
    stored: JSON.stringify([documents, cached, read]),
  };
}

describe('secrets', () => {
  it('are the names of secret variables, never values', async () => {
    const { type, predicate, stored } = await only('secrets');
    expect(type).toBe('secrets-observed');
    expect(predicate).toEqual({
      complete: true,
      secrets: [
        { name: 'payments/PASSWORD', scope: 'organization', masked: true },
        { name: 'vault/SIGNING', scope: 'organization', masked: true },
        { name: 'ledger/TOKEN', scope: 'repository', masked: true },
      ],
    });
    expect(stored).not.toContain(CANARY);
  });

  it.each([
    [/variablegroups$/, 'Variable Groups (read)'],
    [/build\/definitions$/, 'Build (read)'],
  ])('are not whole where %s is refused', async (path, scope) => {
    azure.refused = path;
    const { predicate, heartbeat } = await only('secrets');
    expect(predicate ?? { complete: false }).toMatchObject({ complete: false });
    expect(heartbeat?.parts?.[0]?.complete).toBe(false);
    expect(heartbeat?.parts?.[0]?.problem).toContain(
      `a token with the scope ${scope}`,
    );
  });
});

describe('credentials', () => {
  it('are service connections, without what they authorize with', async () => {
    const { type, predicate, stored } = await only('credentials');
    expect(type).toBe('credentials-observed');
    expect(predicate).toEqual({
      complete: true,
      credentials: [
        {
          kind: 'service-connection',
          id: '5e47a0d8-c745-44f8-8f93-784f18ff31c4',
          name: 'production',
          createdBy: expect.objectContaining({
            system: 'dev.azure.com',
            name: 'Cora',
          }),
        },
      ],
    });
    expect(stored).not.toContain(CANARY);
  });

  it('are not known where they are refused', async () => {
    azure.refused = /endpoints$/;
    const { predicate, heartbeat } = await only('credentials');
    expect(predicate).toBeUndefined();
    expect(heartbeat?.parts?.[0]?.problem).toContain(
      'Service Connections (read)',
    );
  });
});

describe('owners of pipeline files', () => {
  const REQUIRED_REVIEWERS = 'fd2167ab-b0be-447a-8ec8-39368250530e';
  const require = (settings: object, isBlocking = true) =>
    azure.policies.push(
      make.policy(
        azure.policies.length + 1,
        REQUIRED_REVIEWERS,
        {
          requiredReviewerIds: ['platform'],
          scope: [
            {
              repositoryId: make.REPOSITORY,
              refName: 'refs/heads/main',
              matchKind: 'Exact',
            },
          ],
          ...settings,
        },
        isBlocking,
      ),
    );
  const path = 'ci/azure-pipelines.yml';

  it.each([
    [undefined],
    [['/ci/*']],
    [['*.yml']],
    [['/ci/azure-pipelines.yml']],
    [['!*', '/ci/*']],
  ])('are the required reviewers of %j', async filenamePatterns => {
    require({ filenamePatterns });
    const { type, predicate } = await only('code-owners');
    expect(type).toBe('code-owners-observed');
    expect(predicate).toEqual({
      complete: true,
      definitions: [{ path, owners: ['platform'] }],
    });
  });

  it.each([
    [{ filenamePatterns: ['/src/*'] }, true],
    [{ filenamePatterns: ['/ci/*', '!*.yml'] }, true],
    [{ addedFilesOnly: true }, true],
    [{ scope: [{ refName: 'refs/heads/other', matchKind: 'Exact' }] }, true],
    [{}, false],
  ])('are not those of %j, blocking: %s', async (settings, isBlocking) => {
    require(settings, isBlocking);
    const { predicate } = await only('code-owners');
    expect(predicate).toEqual({
      complete: true,
      definitions: [{ path, owners: [] }],
    });
  });

  it.each([/configurations$/, /definitions$/])(
    'are not whole where %s is refused',
    async refused => {
      azure.refused = refused;
      const { predicate, heartbeat } = await only('code-owners');
      expect(predicate).toMatchObject({ complete: false });
      expect(heartbeat?.parts?.[0]?.complete).toBe(false);
    },
  );
});
