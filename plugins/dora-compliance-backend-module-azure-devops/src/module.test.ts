import { mockServices } from '@backstage/backend-test-utils';
import { startSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { readAzureDevOpsConfig } from './config';
import { doraComplianceModuleAzureDevOps } from './module';

const credentials = [{ personalAccessToken: 'secret' }];

const start = (azureDevOps?: object, withCredentials = false) =>
  startSourceModule(doraComplianceModuleAzureDevOps, {
    integrations: {
      azure: [
        { host: 'dev.azure.com', ...(withCredentials && { credentials }) },
      ],
    },
    ...(azureDevOps && { doraCompliance: { azureDevOps } }),
  });

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
      const { logger, addSource, addCollector, setup } = await start(
        azureDevOps,
      );
      expect(addSource).not.toHaveBeenCalled();
      expect(addCollector).not.toHaveBeenCalled();
      expect(setup.off.reason).toContain('Azure DevOps is off: ');
      expect(setup).toMatchObject({ configKey: 'azureDevOps' });
      expect(logger.info).toHaveBeenCalledWith(setup.off.reason);
    }
  });

  it.each([
    [{ webhookSecrets: ['s'] }, false, false],
    [{ webhookSecrets: ['s'] }, true, true],
    [{ webhookSecrets: ['s'], collect: { enabled: false } }, true, false],
    [{ events: true }, false, false],
    [{ collect: { enabled: true } }, false, true],
    [undefined, true, true],
  ])(
    'with %j, credentials: %s, collects: %s',
    async (config, has, collects) => {
      const { addSource, addCollector } = await start(config, has);
      expect(addSource).toHaveBeenCalledWith(
        expect.objectContaining({ id: 'azure-devops' }),
      );
      expect(addCollector).toHaveBeenCalledTimes(collects ? 1 : 0);
    },
  );

  it('asks by itself only hosts with credentials', async () => {
    const { addCollector } = await start(undefined, true);
    const [[collector]] = addCollector.mock.calls;
    const covers = (uri: string) =>
      collector.covers({ kind: 'repository', uri });
    expect(covers('https://dev.azure.com/bank/core/_git/ledger')).toBe(true);
    expect(covers('https://tfs.bank.example/bank/core/_git/ledger')).toBe(
      false,
    );
  });

  it.each([
    [
      { collect: { lookBack: 'three days' } },
      'azureDevOps.collect.lookBack is',
    ],
    [{ webhookSecret: ['s'] }, 'did you mean webhookSecrets?'],
  ])('is off and names what is wrong with %j', async (config, name) => {
    const { logger, addSource, setup } = await start(config, true);
    expect(addSource).not.toHaveBeenCalled();
    expect(setup.off).toEqual({
      isMisconfigured: true,
      reason: expect.stringContaining(name),
    });
    expect(logger.error).toHaveBeenCalledWith(setup.off.reason);
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
