import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { doraComplianceModuleGithub } from './module';
import { gives } from './gives';

async function start(github?: object, token?: string) {
  const sources = { addSource: jest.fn(), reportSetup: jest.fn() };
  const collectors = { addCollector: jest.fn() };
  const logger = mockServices.logger.mock();
  const backend = await startTestBackend({
    extensionPoints: [
      [evidenceSourceExtensionPoint, sources],
      [evidenceCollectorExtensionPoint, collectors],
    ],
    features: [
      doraComplianceModuleGithub,
      mockServices.rootConfig.factory({
        data: {
          integrations: { github: [{ host: 'github.com', token }] },
          ...(github && { doraCompliance: { github } }),
        },
      }),
      logger.factory,
    ],
  });
  await backend.stop();
  return {
    sources,
    collectors,
    logger,
    setup: sources.reportSetup.mock.calls[0][0],
  };
}

const added = (fn: jest.Mock) => fn.mock.calls.map(([it]) => it);

describe('the module', () => {
  it.each([
    [undefined, /webhookSecrets is not set/],
    [{}, /webhookSecrets is not set/],
    [{ webhookSecrets: [] }, /GITHUB_WEBHOOK_SECRET .* is not set/],
    [{ webhookSecrets: [''] }, /GITHUB_WEBHOOK_SECRET .* is not set/],
    [{ collect: { enabled: false } }, /collect\.enabled is false/],
  ])('is off with %j, says so once, and harms nobody', async (github, why) => {
    const { sources, collectors, logger, setup } = await start(github);
    expect(sources.addSource).not.toHaveBeenCalled();
    expect(collectors.addCollector).not.toHaveBeenCalled();
    const lines = logger.info.mock.calls
      .map(([line]) => line)
      .filter(line => line.includes('GitHub'));
    expect(lines).toEqual([expect.stringMatching(/^GitHub is off: /)]);
    expect(lines[0]).toMatch(why);
    expect(setup).toEqual({
      sourceId: 'github',
      title: 'GitHub',
      configKey: 'github',
      gives,
      notices: [],
      off: { isMisconfigured: false, reason: lines[0] },
    });
  });

  it('is off with a misspelt key, and harms nobody', async () => {
    const { sources, logger, setup } = await start({ webhookSecret: ['x'] });
    expect(sources.addSource).not.toHaveBeenCalled();
    expect(logger.error).toHaveBeenCalledWith(
      'GitHub is off because its configuration is wrong. doraCompliance.github.webhookSecret is unknown; did you mean webhookSecrets?',
    );
    expect(setup.off.isMisconfigured).toBe(true);
  });

  it.each([
    [{ webhookSecrets: ['s'] }, undefined, true, false],
    [{ webhookSecrets: ['s'] }, 't', true, true],
    [{ events: true }, undefined, true, false],
    [undefined, 't', false, true],
    [{ webhookSecrets: [] }, 't', false, true],
    [{ collect: { enabled: true } }, undefined, false, true],
    [{ webhookSecrets: ['s'], collect: { enabled: false } }, 't', true, false],
  ])(
    'with %j and the token %s receives: %s, collects: %s',
    async (github, token, receives, collects) => {
      const { sources, collectors, setup } = await start(github, token);
      expect(added(sources.addSource)).toEqual([
        expect.objectContaining({ id: 'github', receives }),
      ]);
      expect(added(collectors.addCollector)).toHaveLength(collects ? 1 : 0);
      expect(setup.off).toBeUndefined();
    },
  );

  it('tells that deliveries are refused where the secret is not set', async () => {
    const { logger, setup } = await start({ webhookSecrets: [] }, 't');
    expect(setup.notices).toEqual([
      expect.stringMatching(/GITHUB_WEBHOOK_SECRET .* deliveries are refused/),
    ]);
    expect(logger.warn).toHaveBeenCalledWith(setup.notices[0]);
  });
});
