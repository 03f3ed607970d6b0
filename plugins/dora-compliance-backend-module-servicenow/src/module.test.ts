import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { doraComplianceModuleServicenow } from './module';

async function start(doraCompliance: object) {
  const sources = { addSource: jest.fn(), reportSetup: jest.fn() };
  const logger = mockServices.logger.mock({ child: () => logger });
  const backend = await startTestBackend({
    extensionPoints: [
      [evidenceSourceExtensionPoint, sources],
      [evidenceCollectorExtensionPoint, { addCollector: jest.fn() }],
    ],
    features: [
      doraComplianceModuleServicenow,
      mockServices.rootConfig.factory({ data: { doraCompliance } }),
      logger.factory,
    ],
  });
  await backend.stop();
  return { sources, logger };
}

it('registers nothing and logs why if nothing is configured', async () => {
  const { sources, logger } = await start({});
  expect(sources.addSource).not.toHaveBeenCalled();
  expect(logger.info).toHaveBeenCalledWith(
    'ServiceNow is off: doraCompliance.servicenow.webhookSecrets and doraCompliance.servicenow.webhookTokens are not set. To turn it on, set doraCompliance.servicenow.webhookSecrets or doraCompliance.servicenow.webhookTokens to receive deliveries.',
  );
});

it.each(['webhookSecrets', 'webhookTokens'])(
  'registers the source if it has %s',
  async key => {
    const { sources } = await start({ servicenow: { [key]: ['secret'] } });
    expect(sources.addSource).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'servicenow' }),
    );
  },
);

it.each([
  [{ secrets: ['x'] }, 'servicenow.secrets is unknown'],
  [
    { services: [{ name: 'payments', entity: 'a b' }] },
    'services[0].entity must be an entity, such as component:default/ledger',
  ],
])('is off if it is %j, and names the key', async (settings, why) => {
  const { sources, logger } = await start({ servicenow: settings });
  expect(sources.addSource).not.toHaveBeenCalled();
  expect(logger.error).toHaveBeenCalledWith(expect.stringContaining(why));
});
