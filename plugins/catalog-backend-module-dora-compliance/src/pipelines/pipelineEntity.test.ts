/* eslint-disable no-script-url -- addresses that are refused */
import {
  entityEnvelopeSchemaValidator,
  makeValidator,
} from '@backstage/catalog-model';
import { findDeclaration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { pipelineEntity } from './pipelineEntity';
import type { DiscoveredPipeline } from './PipelineSource';

const pipeline: DiscoveredPipeline = {
  host: 'github.com',
  project: 'bank/ledger',
  definition: '.github/workflows/deploy.yml',
  title: 'deploy',
  url: 'https://github.com/bank/ledger/blob/main/.github/workflows/deploy.yml',
  repository: 'https://github.com/bank/ledger',
  canDeploy: true,
  environments: ['production'],
  runner: { kind: 'hosted', labels: ['ubuntu-24.04'] },
};

const built = (name: string, owner?: string) => ({
  entityRef: `component:default/${name}`,
  ownerRef: owner && `group:default/${owner}`,
});

const made = (
  change: Partial<DiscoveredPipeline> = {},
  components = [built('ledger', 'team-a')],
) =>
  pipelineEntity(
    { ...pipeline, ...change },
    {
      sourceId: 'github:github.com/bank',
      provider: 'resource:default/gh',
      components,
    },
  );

describe('pipelineEntity', () => {
  it.each(['javascript:alert(1)', 'https://github.com@evil.example', '//x'])(
    'links to no %s',
    address => {
      const { annotations } = made({
        url: address,
        repository: address,
      }).metadata;
      expect(annotations).toMatchObject({
        'backstage.io/managed-by-location': 'url:https://github.com/',
        'backstage.io/view-url': 'https://github.com/',
      });
      expect(JSON.stringify(annotations)).not.toContain(address);
    },
  );

  it('makes a resource that declares what is known, without a problem', () => {
    const entity = made();
    expect(findDeclaration(entity).problems).toEqual([]);
    expect(() => entityEnvelopeSchemaValidator()(entity)).not.toThrow();
    expect(entity).toMatchObject({
      kind: 'Resource',
      metadata: {
        name: expect.stringMatching(/^ledger-deploy-[0-9a-f]{10}$/),
        title: 'deploy (bank/ledger)',
      },
      spec: {
        type: 'ci-pipeline',
        owner: 'group:default/team-a',
        dora: {
          location: 'github.com/bank/ledger',
          provider: 'resource:default/gh',
          pipeline: {
            urn: 'urn:cicd:github.com:bank/ledger:.github/workflows/deploy.yml',
            deploys: ['component:default/ledger'],
          },
        },
      },
    });
  });

  it.each([
    ['very long ones', { project: `bank/${'x'.repeat(200)}` }],
    ['ones of no letter', { project: '---/___', definition: '.yml' }],
    ['other alphabets', { project: 'bank/büro', definition: '部署.yml' }],
  ])('makes valid names of %s', (_, change) => {
    const { name } = made(change).metadata;
    expect(makeValidator().isValidEntityName(name)).toBe(true);
    expect(name.length).toBeLessThanOrEqual(63);
  });

  it('tells pipelines apart whose names read the same', () => {
    const other = made({ project: 'branch/ledger' }).metadata.name;
    expect(other).not.toBe(made().metadata.name);
    expect(made().metadata.name).toBe(made({ title: 'new' }).metadata.name);
  });

  it('takes the first of several owners and says so', () => {
    const several = made({}, [built('b', 'team-b'), built('a', 'team-a')]);
    expect(several.spec?.owner).toBe('group:default/team-a');
    expect(several.metadata.description).toContain(
      'group:default/team-a, group:default/team-b',
    );
  });

  it('has an owner that nobody is when there is none', () => {
    expect(made({}, [built('a')]).spec?.owner).toBe('unknown');
  });

  it('says of a pipeline that can not deploy that it deploys nothing', () => {
    expect(made({ canDeploy: false }).spec?.dora).toMatchObject({
      pipeline: expect.not.objectContaining({ deploys: expect.anything() }),
    });
  });
});
