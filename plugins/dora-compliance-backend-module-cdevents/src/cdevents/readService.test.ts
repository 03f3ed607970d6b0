import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  DIGEST as digest,
  type Event,
  MOMENT as moment,
} from '../__testUtils__/events';
import { read, supplemented, URN } from '../__testUtils__/readEvent';

describe('a deployment', () => {
  it('tells what CDEvents tell, and no more', () => {
    expect(read('service.deployed')).toEqual({
      type: 'service-deployed',
      subjects: [
        {
          kind: 'deployment',
          uri: `${URN}:0197b0c4-5d3e-7c11-9f52-4a1d6f0e7f21`,
        },
        { kind: 'artifact', digest },
        { kind: 'entity', uri: `${URN}:ledger` },
      ],
      predicate: {
        deployment: {
          id: '0197b0c4-5d3e-7c11-9f52-4a1d6f0e7f21',
          url: `${URN}:0197b0c4-5d3e-7c11-9f52-4a1d6f0e7f21`,
          environment: { name: 'staging', production: false },
          artifact: { name: 'ledger', digest },
        },
        deployedAt: moment,
      },
      observedAt: moment,
      sourceId: 'cdevents',
    });
  });

  it('tells more with a supplement', () => {
    const commit = 'ab'.repeat(20);
    const { statements, flaws } = supplemented('service.upgraded', {
      commit,
      repository: 'https://git.bank.example/core/ledger.git',
      entity: 'component:default/ledger',
      deployer: { login: 'ann', system: 'git.bank.example' },
      other: 7,
    });
    expect(flaws).toEqual([]);
    expect(statements[0]).toMatchObject({
      type: 'service-deployed',
      predicate: {
        deployment: {
          commit,
          deployer: { system: 'git.bank.example', login: 'ann' },
        },
      },
    });
    expect(statements[0]?.subjects.slice(3)).toEqual([
      { kind: 'repository', uri: 'https://git.bank.example/core/ledger' },
      { kind: 'commit', digest: `gitCommit:${commit}` },
      { kind: 'entity', uri: 'component:default/ledger' },
    ]);
  });

  it('names its repository and commit by the package URL', () => {
    const commit = 'cd'.repeat(20);
    const statement = read('service.deployed', ({ subject }) => {
      subject.content.artifactId = `pkg:oci/ledger@1.2?vcs_url=git%2Bhttps://git.bank.example/core/ledger.git%40${commit}&checksum=sha1:aa,sha256:${'EF'.repeat(
        32,
      )}`;
    });
    expect(statement).toMatchObject({
      predicate: {
        deployment: {
          commit,
          artifact: { name: 'ledger', digest: `sha256:${'ef'.repeat(32)}` },
        },
      },
    });
    expect(statement?.subjects).toEqual(
      expect.arrayContaining([
        { kind: 'repository', uri: 'https://git.bank.example/core/ledger' },
        { kind: 'commit', digest: `gitCommit:${commit}` },
      ]),
    );
  });

  it.each([
    ['pkg:oci/myapp@v1.2.3', 'pkg:oci/myapp@v1.2.3'],
    ['pkg:oci/a%00', `${URN}:pkg%3Aoci%2Fa%2500`],
    ['nginx:1.0', `${URN}:nginx%3A1.0`],
    ['pkg:oci/%zz', `${URN}:pkg%3Aoci%2F%25zz`],
  ])('of %s, which has no digest, names that', (artifactId, uri) => {
    expect(
      read('service.deployed', ({ subject }) => {
        subject.content.artifactId = artifactId;
      })?.subjects[1],
    ).toEqual({ kind: 'artifact', uri });
  });

  it('of an image reference is known by its digest', () => {
    expect(
      read('service.deployed', ({ subject }) => {
        subject.content.artifactId = `ghcr.io/x/y@${digest}`;
      })?.subjects[1],
    ).toEqual({ kind: 'artifact', digest });
  });

  it.each([
    ['prod', true],
    ['prod1', true],
    ['Production', true],
    ['prod-eu', true],
    ['live', true],
    ['preprod', false],
    ['product-preview', false],
  ])('to %s is production: %s', (id, production) => {
    expect(
      read('service.deployed', ({ subject }) => {
        subject.content.environment = { id };
      })?.predicate,
    ).toMatchObject({ deployment: { environment: { name: id, production } } });
  });

  it.each([
    ['green', { name: 'green', production: false, classified: true }],
    ['blue', { name: 'blue', production: false }],
  ])('to %s is to %j', (id, environment) => {
    const told = read('service.deployed', ({ subject }) => {
      subject.content.environment = { id };
    }) as Statement<'service-deployed'>;
    expect(told.predicate.deployment.environment).toEqual(environment);
  });

  it.each(['environment', 'artifactId'])('without %s is refused', field => {
    expect(() =>
      read('service.deployed', ({ subject }) => {
        delete subject.content[field];
      }),
    ).toThrow(new RegExp(`"path": \\[\\s*"${field}"`));
  });

  it('can be rolled back', () => {
    expect(read('service.rolledback')).toMatchObject({
      type: 'service-rolled-back',
      predicate: { rolledBackAt: moment },
    });
  });

  it('is of the artifact with a digest as its id', () => {
    const change = (event: Event) => {
      event.subject.content.artifactId = digest;
    };
    expect(read('service.deployed', change)?.subjects).toContainEqual({
      kind: 'artifact',
      digest,
    });
  });
});
