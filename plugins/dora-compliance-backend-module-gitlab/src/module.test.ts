import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readGitlabConfig } from './config';
import { doraComplianceModuleGitlab } from './module';

async function start(gitlab: object | undefined) {
  const addSource = jest.fn();
  const addCollector = jest.fn();
  const logger = mockServices.logger.mock();
  const backend = await startTestBackend({
    extensionPoints: [
      [evidenceSourceExtensionPoint, { addSource }],
      [evidenceCollectorExtensionPoint, { addCollector }],
    ],
    features: [
      doraComplianceModuleGitlab,
      logger.factory,
      mockServices.rootConfig.factory({
        data: {
          integrations: {
            gitlab: [
              {
                host: 'gitlab.bank.example',
                apiBaseUrl: 'https://gitlab.bank.example/api/v4',
                token: 'secret',
              },
            ],
          },
          ...(gitlab && { doraCompliance: { gitlab } }),
        },
      }),
    ],
  });
  await backend.stop();
  return { addSource, addCollector, logger };
}

const key = `whsec_${Buffer.from('a'.repeat(32)).toString('base64')}`;

describe('the module', () => {
  it('does nothing where nothing is configured, and says so', async () => {
    const { addSource, addCollector, logger } = await start(undefined);
    expect(addSource).not.toHaveBeenCalled();
    expect(addCollector).not.toHaveBeenCalled();
    const lines = logger.info.mock.calls.map(([line]) => line);
    expect(lines.filter(line => line.includes('GitLab'))).toEqual([
      'No evidence from GitLab: doraCompliance.gitlab names no secrets and does not enable collect',
    ]);
  });

  it.each([
    [{ webhookSecrets: ['x'] }, 1, 0],
    [{ signingTokens: [key] }, 1, 0],
    [{ events: true }, 1, 0],
    [{ collect: { enabled: true } }, 1, 1],
    [{ webhookSecrets: [], collect: { enabled: false } }, 0, 0],
  ])('with %j adds %d sources and %d collectors', async (given, ...counts) => {
    const { addSource, addCollector } = await start(given);
    expect([
      addSource.mock.calls.length,
      addCollector.mock.calls.length,
    ]).toEqual(counts);
  });

  it('asks the hosts of the integrations', async () => {
    const { addCollector } = await start({ collect: { enabled: true } });
    const [[collector]] = addCollector.mock.calls;
    const covers = (host: string) =>
      collector.covers({ kind: 'repository', uri: `https://${host}/a/b` });
    expect(covers('gitlab.bank.example')).toBe(true);
    expect(covers('gitlab.elsewhere.example')).toBe(false);
  });

  it('reads the pushes to the branches that its source keeps', () => {
    const gitlab = {
      protectedBranches: ['release'],
      collect: { enabled: true },
    };
    const { collector, source } = readGitlabConfig(
      mockServices.rootConfig({ data: { doraCompliance: { gitlab } } }),
    );
    expect(collector?.protectedBranches).toEqual(source?.protectedBranches);
    expect(collector?.protectedBranches).toEqual(['release']);
  });

  it.each([
    [{ signingTokens: ['secret'] }, 'doraCompliance.gitlab.signingTokens'],
    [
      { collect: { enabled: true, lookBack: '7 days' } },
      'doraCompliance.gitlab.collect.lookBack',
    ],
  ])('names what is wrong with %j', async (given, name) => {
    await expect(start(given)).rejects.toThrow(name);
  });
});
