import { mockServices } from '@backstage/backend-test-utils';
import { startSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { readRuntimeConfig } from './config';
import { doraComplianceModuleRuntime } from './module';

const start = (doraCompliance: object) =>
  startSourceModule(doraComplianceModuleRuntime, { doraCompliance });

const read = (runtime: object) =>
  readRuntimeConfig(
    mockServices.rootConfig({ data: { doraCompliance: { runtime } } }),
  );

describe('the module', () => {
  it('registers nothing and logs why if nothing is configured', async () => {
    const { addSource, logger } = await start({});
    expect(addSource).not.toHaveBeenCalled();
    expect(logger.info).toHaveBeenCalledWith(
      'Runtime is off: doraCompliance.runtime.webhookTokens is not set. To turn it on, set doraCompliance.runtime.webhookTokens to receive deliveries.',
    );
  });

  it('registers the source if it has a token', async () => {
    const { addSource } = await start({ runtime: { webhookTokens: ['t'] } });
    expect(addSource).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'runtime' }),
    );
  });
});

describe('the configuration', () => {
  it('has defaults', () => {
    expect(read({ webhookTokens: ['t'] }).options).toEqual({
      webhookTokens: ['t'],
      environments: [],
      productionEnvironments: [],
      entityLabels: ['backstage.io/kubernetes-id', 'app.kubernetes.io/name'],
      ignoredNamespaces: ['kube-*'],
    });
  });

  it('has rules whose parts may be left out', () => {
    const environments = [{ name: 'live', clusters: ['eu-*'] }];
    expect(read({ environments }).options.environments).toEqual([
      { name: 'live', clusters: ['eu-*'], namespaces: [] },
    ]);
  });

  it.each([
    [{ webhookTokens: 'x' }, 'runtime.webhookTokens must be a list'],
    [{ environments: [{}] }, 'runtime.environments[0].name is missing'],
    [
      { environments: [{ name: 'live', cluster: 'eu' }] },
      'runtime.environments[0].cluster is unknown; did you mean clusters?',
    ],
    [{ production: ['live'] }, 'did you mean productionEnvironments?'],
  ])(
    'turns the source off if it is %j, and names the key',
    async (runtime, why) => {
      const { addSource, logger } = await start({ runtime });
      expect(addSource).not.toHaveBeenCalled();
      expect(logger.error).toHaveBeenCalledWith(expect.stringContaining(why));
    },
  );
});
