import { mockServices } from '@backstage/backend-test-utils';
import { startSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { readGitlabConfig } from './config';
import { doraComplianceModuleGitlab } from './module';

const start = (gitlab: object | undefined, token?: string) =>
  startSourceModule(doraComplianceModuleGitlab, {
    integrations: {
      gitlab: [
        {
          host: 'gitlab.bank.example',
          apiBaseUrl: 'https://gitlab.bank.example/api/v4',
          token,
        },
      ],
    },
    ...(gitlab && { doraCompliance: { gitlab } }),
  });

const key = `whsec_${Buffer.from('a'.repeat(32)).toString('base64')}`;

describe('the module', () => {
  it('does nothing where nothing is configured, and says so', async () => {
    const { addSource, addCollector, logger, setup } = await start(undefined);
    expect(addSource).not.toHaveBeenCalled();
    expect(addCollector).not.toHaveBeenCalled();
    const lines = logger.info.mock.calls.map(([line]) => line);
    expect(lines.filter(line => line.includes('GitLab'))).toEqual([
      'GitLab is off: doraCompliance.gitlab.webhookSecrets and doraCompliance.gitlab.signingTokens are not set, and integrations.gitlab has no credentials (an environment variable that is not set counts as none). To turn it on, set doraCompliance.gitlab.webhookSecrets or doraCompliance.gitlab.signingTokens to receive deliveries, or add credentials to integrations.gitlab to collect.',
    ]);
    expect(setup.off).toEqual({ isMisconfigured: false, reason: lines[0] });
  });

  it.each([
    [{ webhookSecrets: ['x'] }, undefined, [1, 0]],
    [{ signingTokens: [key] }, undefined, [1, 0]],
    [{ events: true }, undefined, [1, 0]],
    [{ collect: { enabled: true } }, undefined, [1, 1]],
    [{ webhookSecrets: [], collect: { enabled: false } }, undefined, [0, 0]],
    [undefined, 't', [1, 1]],
    [{ webhookSecrets: ['x'] }, 't', [1, 1]],
    [{ collect: { enabled: false } }, 't', [0, 0]],
  ])(
    'with %j and the token %s adds sources and collectors: %j',
    async (given, token, counts) => {
      const { addSource, addCollector } = await start(given, token);
      expect([
        addSource.mock.calls.length,
        addCollector.mock.calls.length,
      ]).toEqual(counts);
    },
  );

  it('asks the hosts of the integrations', async () => {
    const { addCollector } = await start(undefined, 't');
    const [[collector]] = addCollector.mock.calls;
    const covers = (host: string) =>
      collector.covers({ kind: 'repository', uri: `https://${host}/a/b` });
    expect(covers('gitlab.bank.example')).toBe(true);
    expect(covers('gitlab.elsewhere.example')).toBe(false);
    // It is among the integrations by default, without credentials.
    expect(covers('gitlab.com')).toBe(false);
  });

  it('knows the paths that instances of GitLab are installed under', () => {
    const gitlab = [
      {
        host: 'bank.example',
        baseUrl: 'https://bank.example/git',
        apiBaseUrl: 'https://bank.example/git/api/v4',
      },
    ];
    const { source } = readGitlabConfig(
      mockServices.rootConfig({ data: { integrations: { gitlab } } }),
    );
    expect(source.instances).toContain('https://bank.example/git');
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
    [{ webhookSecret: ['x'] }, 'did you mean webhookSecrets?'],
  ])('is off and names what is wrong with %j', async (given, name) => {
    const { addSource, logger, setup } = await start(given, 't');
    expect(addSource).not.toHaveBeenCalled();
    expect(setup.off).toEqual({
      isMisconfigured: true,
      reason: expect.stringContaining(name),
    });
    expect(logger.error).toHaveBeenCalledWith(setup.off.reason);
  });
});
