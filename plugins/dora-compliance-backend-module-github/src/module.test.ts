import { startSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { doraComplianceModuleGithub } from './module';
import { gives } from './gives';

const start = (github?: object, token?: string) =>
  startSourceModule(doraComplianceModuleGithub, {
    integrations: { github: [{ host: 'github.com', token }] },
    ...(github && { doraCompliance: { github } }),
  });

const added = (fn: jest.Mock) => fn.mock.calls.map(([it]) => it);

describe('the module', () => {
  it.each([
    [undefined, /webhookSecrets is not set/],
    [{}, /webhookSecrets is not set/],
    [{ webhookSecrets: [] }, /GITHUB_WEBHOOK_SECRET .* is not set/],
    [{ webhookSecrets: [''] }, /GITHUB_WEBHOOK_SECRET .* is not set/],
    [{ collect: { enabled: false } }, /collect\.enabled is false/],
  ])('is off with %j, says so once, and harms nobody', async (github, why) => {
    const { addSource, addCollector, logger, setup } = await start(github);
    expect(addSource).not.toHaveBeenCalled();
    expect(addCollector).not.toHaveBeenCalled();
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
    const { addSource, logger, setup } = await start({ webhookSecret: ['x'] });
    expect(addSource).not.toHaveBeenCalled();
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
      const { addSource, addCollector, setup } = await start(github, token);
      expect(added(addSource)).toEqual([
        expect.objectContaining({ id: 'github', receives }),
      ]);
      expect(added(addCollector)).toHaveLength(collects ? 1 : 0);
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
