import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { evidenceSourceExtensionPoint } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readCdeventsConfig } from './config';
import { doraComplianceModuleCdevents } from './module';

async function start(doraCompliance: object) {
  const sources = { addSource: jest.fn() };
  const logger = mockServices.logger.mock({ child: () => logger });
  const backend = await startTestBackend({
    extensionPoints: [[evidenceSourceExtensionPoint, sources]],
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
      'No evidence from CDEvents: doraCompliance.cdevents.webhookTokens is not configured',
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
      read({ webhookTokens: ['t'], productionEnvironments: ['live'] }),
    ).toEqual({
      webhookTokens: ['t'],
      productionEnvironments: ['live'],
      events: false,
    });
  });

  it.each([{}, { webhookTokens: [] }])('says nothing with %j', cdevents => {
    expect(read(cdevents)).toBeUndefined();
  });

  it('names what is wrong', () => {
    expect(() => read({ webhookTokens: [''] })).toThrow(/webhookTokens/);
    expect(() => read({ events: 7 })).toThrow(/events/);
  });
});
