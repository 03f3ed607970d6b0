import { mockServices } from '@backstage/backend-test-utils';
import { startSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { readCdeventsConfig } from './config';
import { doraComplianceModuleCdevents } from './module';

const start = (doraCompliance: object) =>
  startSourceModule(doraComplianceModuleCdevents, { doraCompliance });

const read = (cdevents: object) =>
  readCdeventsConfig(
    mockServices.rootConfig({ data: { doraCompliance: { cdevents } } }),
  );

describe('the module', () => {
  it('registers nothing and says why when nothing is configured', async () => {
    const { addSource, logger } = await start({});
    expect(addSource).not.toHaveBeenCalled();
    expect(logger.info).toHaveBeenCalledWith(
      'CDEvents is off: doraCompliance.cdevents.webhookTokens is not set. To turn it on, set doraCompliance.cdevents.webhookTokens to receive deliveries.',
    );
  });

  it.each([{ webhookTokens: ['t'] }, { events: true }])(
    'registers a source with %j',
    async cdevents => {
      const { addSource } = await start({ cdevents });
      expect(addSource).toHaveBeenCalledWith(
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
      const { addSource, logger } = await start({ cdevents });
      expect(addSource).not.toHaveBeenCalled();
      expect(logger.error).toHaveBeenCalledWith(expect.stringContaining(name));
    }
  });
});
