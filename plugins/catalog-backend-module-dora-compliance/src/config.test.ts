import { mockServices } from '@backstage/backend-test-utils';
import { discoversPipelines, readPipelineConfig } from './config';
import { createPipelineSources } from './pipelines/createPipelineSources';

const createConfig = (pipelines?: object) =>
  mockServices.rootConfig({
    data: pipelines ? { doraCompliance: { pipelines } as {} } : {},
  });

const all = {
  github: [{ organization: 'bank', provider: 'github' }],
  gitlab: [{ group: 'bank/payments' }],
  jenkins: [{ baseUrl: 'https://ci.bank.example/jenkins' }],
  azureDevOps: [{ organization: 'bank', project: 'core' }],
};

describe('readPipelineConfig', () => {
  it('discovers nothing by itself', () => {
    expect(discoversPipelines(createConfig())).toBe(false);
    expect(readPipelineConfig(createConfig())).toEqual({
      schedule: {
        burstInterval: { seconds: 10 },
        burstLength: { minutes: 1 },
        restLength: { hours: 1 },
      },
      rejectRemovalsAbovePercentage: 50,
      github: [],
      gitlab: [],
      jenkins: [],
      azureDevOps: [],
    });
  });

  it('makes a source of each CI system', () => {
    const config = createConfig(all);
    expect(discoversPipelines(config)).toBe(true);
    const sources = createPipelineSources(readPipelineConfig(config), {
      config,
      now: () => 0,
    });
    expect(
      sources.map(({ source, provider }) => [source.id, provider]),
    ).toEqual([
      ['github:github.com/bank', 'resource:default/github'],
      [expect.stringMatching(/^gitlab:gitlab\.com\/bank/), undefined],
      [expect.stringMatching(/^jenkins:ci\.bank\.example/), undefined],
      [expect.stringMatching(/bank/), undefined],
    ]);
  });

  it('refuses a source that is named twice', () => {
    const config = createConfig({ github: [all.github[0], all.github[0]] });
    expect(() =>
      createPipelineSources(readPipelineConfig(config), {
        config,
        now: () => 0,
      }),
    ).toThrow('names github:github.com/bank twice');
  });

  it('takes no credentials in the address of a Jenkins', () => {
    const jenkins = [{ baseUrl: 'https://u:hunter2@ci.bank.example' }];
    expect(() => readPipelineConfig(createConfig({ jenkins }))).toThrow(
      expect.objectContaining({
        message:
          'doraCompliance.pipelines.jenkins[0].baseUrl contains a username or password (not shown); remove it from the address and set username and apiKey instead',
      }),
    );
  });

  it('names what is wrong by its key', () => {
    const github = [{ organization: 'bank', provider: 'a:b:c' }];
    expect(() => readPipelineConfig(createConfig({ github }))).toThrow(
      'doraCompliance.pipelines.github[0].provider must be an entity reference',
    );
    const misspelt = createConfig({ githb: [{ organization: 'bank' }] });
    expect(() => readPipelineConfig(misspelt)).toThrow(
      'doraCompliance.pipelines.githb is unknown; did you mean github?',
    );
    // It is for the module to say so.
    expect(discoversPipelines(misspelt)).toBe(true);
    expect(() =>
      readPipelineConfig(createConfig({ rejectRemovalsAbovePercentage: 500 })),
    ).toThrow('rejectRemovalsAbovePercentage is 500; it must be a number');
    const schedule = { restLength: { fortnights: 1 } };
    expect(() => readPipelineConfig(createConfig({ schedule }))).toThrow(
      /restLength/,
    );
  });
});
