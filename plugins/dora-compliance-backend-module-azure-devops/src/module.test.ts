import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readAzureDevOpsConfig } from './config';
import { doraComplianceModuleAzureDevOps } from './module';

async function start(azureDevOps?: object) {
  const logger = mockServices.logger.mock();
  const addSource = jest.fn();
  const addCollector = jest.fn();
  const data = {
    integrations: {
      azure: [
        {
          host: 'dev.azure.com',
          credentials: [{ personalAccessToken: 'secret' }],
        },
      ],
    },
    ...(azureDevOps && { doraCompliance: { azureDevOps } }),
  };
  const backend = await startTestBackend({
    features: [
      doraComplianceModuleAzureDevOps,
      mockServices.rootConfig.factory({ data }),
      logger.factory,
    ],
    extensionPoints: [
      [evidenceSourceExtensionPoint, { addSource }],
      [evidenceCollectorExtensionPoint, { addCollector }],
    ],
  });
  await backend.stop();
  return { logger, addSource, addCollector };
}

describe('the module', () => {
  it('reads the pushes to the branches that its source keeps', () => {
    const azureDevOps = {
      protectedBranches: ['release'],
      collect: { enabled: true },
    };
    const { collector, source } = readAzureDevOpsConfig(
      mockServices.rootConfig({ data: { doraCompliance: { azureDevOps } } }),
    );
    expect(collector?.protectedBranches).toEqual(source?.protectedBranches);
    expect(collector?.protectedBranches).toEqual(['release']);
  });

  it('does nothing but say so when nothing is configured', async () => {
    for (const azureDevOps of [
      undefined,
      {},
      { webhookSecrets: [] },
      { collect: { enabled: false } },
    ]) {
      const { logger, addSource, addCollector } = await start(azureDevOps);
      expect(addSource).not.toHaveBeenCalled();
      expect(addCollector).not.toHaveBeenCalled();
      expect(logger.info.mock.calls.flat().join()).toContain(
        'Azure DevOps is no source of evidence',
      );
    }
  });

  it.each([
    [{ webhookSecrets: ['s'] }, false],
    [{ events: true }, false],
    [{ collect: { enabled: true } }, true],
  ])('with %j adds the source, and collects: %s', async (config, collects) => {
    const { addSource, addCollector } = await start(config);
    expect(addSource).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'azure-devops' }),
    );
    expect(addCollector).toHaveBeenCalledTimes(collects ? 1 : 0);
  });

  it('names the key of what is wrong', async () => {
    await expect(
      start({ collect: { enabled: true, lookBack: 'three days' } }),
    ).rejects.toThrow('doraCompliance.azureDevOps.collect.lookBack must be');
  });

  it('hands on what is configured', async () => {
    const { addSource } = await start({
      webhookSecrets: ['s'],
      events: true,
      productionEnvironments: ['live'],
      protectedBranches: ['release'],
    });
    const [source] = addSource.mock.calls[0];
    expect(
      source.authenticate({
        headers: { 'x-ado-webhook-secret': 's' },
        body: new Uint8Array(),
      }).outcome,
    ).toBe('accepted');
    expect(source.events.topics).toEqual(['azureDevOps']);
  });
});
