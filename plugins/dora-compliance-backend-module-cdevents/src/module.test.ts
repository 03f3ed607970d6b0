import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readCdeventsConfig } from './config';
import { doraComplianceModuleCdevents } from './module';

async function start(doraCompliance: object) {
  const sources = { addSource: jest.fn(), reportSetup: jest.fn() };
  const logger = mockServices.logger.mock({ child: () => logger });
  const backend = await startTestBackend({
    extensionPoints: [
      [evidenceSourceExtensionPoint, sources],
      [evidenceCollectorExtensionPoint, { addCollector: jest.fn() }],
    ],
    features: [
      doraComplianceModuleCdevents,
      mockServices.rootConfig.factory({ data: { doraCompliance } }),
      logger.factory,
    ],
  });
  await backend.stop();
  return { sources, logger };
}

const read = (cdevents: object) =>
  readCdeventsConfig(
    mockServices.rootConfig({ data: { doraCompliance: { cdevents } } }),
  );

describe('the module', () => {
  it('registers nothing and says why when nothing is configured', async () => {
    const { sources, logger } = await start({});
    expect(sources.addSource).not.toHaveBeenCalled();
    expect(logger.info).toHaveBeenCalledWith(
      'CDEvents is off: doraCompliance.cdevents.webhookTokens is not set. To turn it on, set doraCompliance.cdevents.webhookTokens to receive deliveries.',
    );
  });

  it.each([{ webhookTokens: ['t'] }, { events: true }])(
    'registers a source with %j',
    async cdevents => {
      const { sources } = await start({ cdevents });
      expect(sources.addSource).toHaveBeenCalledWith(
        expect.objectContaining({ id: 'cdevents' }),
      );
    },
  );
});

describe('the configuration', () => {
  it('has its parts', () => {
    expect(
      read({ webhookTokens: ['t'], productionEnvironments: ['live'] }).options,
    ).toEqual({
      webhookTokens: ['t'],
      productionEnvironments: ['live'],
      nonProductionEnvironments: [],
      events: false,
    });
  });

  it.each([
    [{}, 'webhookTokens is not set'],
    [{ webhookTokens: [] }, 'CDEVENTS_WEBHOOK_TOKEN in the README'],
    [{ webhookTokens: [''] }, 'CDEVENTS_WEBHOOK_TOKEN in the README'],
  ])('is off with %j', (cdevents, why) => {
    expect(read(cdevents).off).toContain(why);
  });

  it('is off and names what is wrong', async () => {
    for (const [cdevents, name] of [
      [{ webhookTokens: 'x' }, 'webhookTokens must be a list'],
      [{ events: 7 }, 'cdevents.events is 7'],
      [{ tokens: ['x'] }, 'did you mean webhookTokens?'],
    ] as const) {
      const { sources, logger } = await start({ cdevents });
      expect(sources.addSource).not.toHaveBeenCalled();
      expect(logger.error).toHaveBeenCalledWith(expect.stringContaining(name));
    }
  });
});
