import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readJenkinsConfig } from './config';
import { doraComplianceModuleJenkins } from './module';

async function start(doraCompliance: object) {
  const sources = { addSource: jest.fn() };
  const collectors = { addCollector: jest.fn() };
  const logger = mockServices.logger.mock({ child: () => logger });
  const backend = await startTestBackend({
    extensionPoints: [
      [evidenceSourceExtensionPoint, sources],
      [evidenceCollectorExtensionPoint, collectors],
    ],
    features: [
      doraComplianceModuleJenkins,
      mockServices.rootConfig.factory({ data: { doraCompliance } }),
      logger.factory,
    ],
  });
  await backend.stop();
  return { sources, collectors, logger };
}

const read = (doraCompliance: object) =>
  readJenkinsConfig(mockServices.rootConfig({ data: { doraCompliance } }));

const controllers = [
  { baseUrl: 'https://ci.example/jenkins/', username: 'u', apiKey: 'k' },
];

describe('the module', () => {
  it('registers nothing and says why when nothing is configured', async () => {
    const { sources, collectors, logger } = await start({});
    expect(sources.addSource).not.toHaveBeenCalled();
    expect(collectors.addCollector).not.toHaveBeenCalled();
    expect(logger.info).toHaveBeenCalledWith(
      'No evidence from Jenkins: doraCompliance.jenkins is not configured',
    );
  });

  it('receives alone when there is a token alone', async () => {
    const { sources, collectors } = await start({
      jenkins: { webhookTokens: ['t'] },
    });
    expect(sources.addSource).toHaveBeenCalledTimes(1);
    expect(collectors.addCollector).not.toHaveBeenCalled();
  });

  it('collects from the controllers it is given', async () => {
    const { sources, collectors } = await start({ jenkins: { controllers } });
    expect(sources.addSource).toHaveBeenCalledTimes(1);
    const [collector] = collectors.addCollector.mock.calls[0];
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
      }),
    ).toEqual({
      webhookTokens: ['t'],
      controllers: [
        { baseUrl: 'https://ci.example/jenkins', username: 'u', apiKey: 'k' },
      ],
      baseUrls: ['https://ci.example/jenkins'],
      longestBuild: 'P1D',
      collects: true,
      multibranchProjects: ['bank/*'],
      deployments: [
        { job: 'a', environment: 'live', production: true },
        { job: 'b', stage: 'S', environment: 'test', production: false },
      ],
    });
  });

  it('collects from the controllers of discovery only when told to', () => {
    const pipelines = { jenkins: controllers };
    expect(read({ pipelines })).toBeUndefined();
    expect(
      read({ pipelines, jenkins: { webhookTokens: ['t'] } }),
    ).toMatchObject({ collects: false, controllers: [] });
    expect(
      read({ pipelines, jenkins: { collect: { enabled: true } } }),
    ).toMatchObject({ collects: true, controllers: [{ username: 'u' }] });
  });

  it('does not collect when told not to', () => {
    const jenkins = { controllers, collect: { enabled: false } };
    expect(read({ jenkins })).toBeUndefined();
    expect(read({ jenkins: { ...jenkins, webhookTokens: ['t'] } })).toEqual(
      expect.objectContaining({ collects: false }),
    );
  });

  it.each([
    [{ collect: { enabled: true } }, /controllers is missing/],
    [{ controllers: [{ baseUrl: 'ci.example' }] }, /baseUrl is no address/],
    [{ controllers: [{}] }, /baseUrl/],
    [
      { controllers, collect: { longestBuild: '6 hours' } },
      /collect.longestBuild must be a positive ISO 8601 duration/,
    ],
    [
      {
        webhookTokens: ['t'],
        deployments: [{ job: 'a', environment: 'live' }],
      },
      /production/,
    ],
  ])('names what is wrong with %j', (jenkins, message) => {
    expect(() => read({ jenkins })).toThrow(message);
  });
});
