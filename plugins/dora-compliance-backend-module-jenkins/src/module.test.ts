import { mockServices } from '@backstage/backend-test-utils';
import { startSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { readJenkinsConfig } from './config';
import { doraComplianceModuleJenkins } from './module';

const start = (doraCompliance: object) =>
  startSourceModule(doraComplianceModuleJenkins, { doraCompliance });

const read = (doraCompliance: object) =>
  readJenkinsConfig(mockServices.rootConfig({ data: { doraCompliance } }));

const controllers = [
  { baseUrl: 'https://ci.example/jenkins/', username: 'u', apiKey: 'k' },
];

describe('the module', () => {
  it('registers nothing and says why when nothing is configured', async () => {
    const { addSource, addCollector, logger } = await start({});
    expect(addSource).not.toHaveBeenCalled();
    expect(addCollector).not.toHaveBeenCalled();
    expect(logger.info).toHaveBeenCalledWith(
      'Jenkins is off: doraCompliance.jenkins.webhookTokens is not set, and doraCompliance.jenkins.controllers names none. To turn it on, set doraCompliance.jenkins.webhookTokens to receive deliveries, or name controllers there to collect.',
    );
  });

  it('receives alone when there is a token alone', async () => {
    const { addSource, addCollector } = await start({
      jenkins: { webhookTokens: ['t'] },
    });
    expect(addSource).toHaveBeenCalledTimes(1);
    expect(addCollector).not.toHaveBeenCalled();
  });

  it('collects from the controllers it is given', async () => {
    const { addSource, addCollector } = await start({
      jenkins: { controllers },
    });
    expect(addSource).toHaveBeenCalledTimes(1);
    const [collector] = addCollector.mock.calls[0];
    const uri = 'urn:cicd:ci.example:jenkins:a';
    expect(collector.covers({ kind: 'pipeline', uri })).toBe(true);
  });
});

describe('the configuration', () => {
  it('has its parts', () => {
    expect(
      read({
        jenkins: {
          webhookTokens: ['t'],
          controllers,
          multibranchProjects: ['bank/*'],
          deployments: [
            { job: 'a', environment: 'live', production: true },
            { job: 'b', stage: 'S', environment: 'test', production: false },
          ],
        },
      }).options,
    ).toEqual({
      webhookTokens: ['t'],
      controllers: [
        { baseUrl: 'https://ci.example/jenkins', username: 'u', apiKey: 'k' },
      ],
      baseUrls: ['https://ci.example/jenkins'],
      longestBuild: 'P1D',
      multibranchProjects: ['bank/*'],
      deployments: [
        { job: 'a', environment: 'live', production: true },
        { job: 'b', stage: 'S', environment: 'test', production: false },
      ],
    });
  });

  it('collects from the controllers of discovery that have credentials', () => {
    const anonymous = { baseUrl: 'https://open.example' };
    const pipelines = { jenkins: [...controllers, anonymous] };
    const urls = (jenkins: object) => read({ pipelines, jenkins });
    expect(urls({})).toMatchObject({
      collects: true,
      options: { baseUrls: ['https://ci.example/jenkins'] },
    });
    expect(urls({ collect: { enabled: true } })).toMatchObject({
      options: {
        baseUrls: ['https://ci.example/jenkins', 'https://open.example'],
      },
    });
    expect(urls({ collect: { enabled: false } })).toMatchObject({
      collects: false,
      off: expect.stringContaining('collect.enabled is false'),
    });
    expect(read({ pipelines: { jenkins: [anonymous] } })).toMatchObject({
      collects: false,
    });
  });

  it('does not collect when told not to', () => {
    const jenkins = { controllers, collect: { enabled: false } };
    expect(read({ jenkins }).off).toContain('collect.enabled is false');
    expect(read({ jenkins: { ...jenkins, webhookTokens: ['t'] } })).toEqual(
      expect.objectContaining({ collects: false }),
    );
  });

  it('reports a controller whose key is not set', () => {
    const withoutKey = controllers.map(({ apiKey: _, ...rest }) => rest);
    expect(read({ jenkins: { controllers: withoutKey } }).notices).toEqual([
      expect.stringMatching(
        /ci\.example\/jenkins has a username but no apiKey/,
      ),
    ]);
  });

  it('takes no credentials in an address, here or where it is discovered', () => {
    const baseUrl = 'https://u:hunter2@ci.example';
    const problem =
      '[0].baseUrl contains a username or password (not shown); remove it from the address and set username and apiKey instead';
    expect(() => read({ jenkins: { controllers: [{ baseUrl }] } })).toThrow(
      expect.objectContaining({
        message: `doraCompliance.jenkins.controllers${problem}`,
      }),
    );
    const pipelines = { jenkins: [{ baseUrl, apiKey: 'k' }] };
    expect(() => read({ pipelines })).toThrow(
      expect.objectContaining({
        message: `doraCompliance.pipelines.jenkins${problem}`,
      }),
    );
  });

  it.each([
    [{ collect: { enabled: true } }, /controllers is missing/],
    [
      { controllers: [{ baseUrl: 'ci.example' }] },
      /controllers\[0\].baseUrl is no address/,
    ],
    [{ controllers: [{}] }, /controllers\[0\].baseUrl is missing/],
    [
      { controllers, collect: { longestBuild: '6 hours' } },
      /collect.longestBuild is "6 hours"; it must be a positive ISO 8601 duration/,
    ],
    [
      {
        webhookTokens: ['t'],
        deployments: [{ job: 'a', environment: 'live' }],
      },
      /deployments\[0\].production is missing/,
    ],
  ])('names what is wrong with %j', (jenkins, message) => {
    expect(() => read({ jenkins })).toThrow(message);
  });
});
