import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { problemOf } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import {
  type ConformanceEvent,
  readConformance,
  readSchemas,
} from '../__testUtils__/corpus';
import { readCdEvent, type Reading } from './readCdEvent';

const scope = { productionEnvironments: ['live'] };
const conformance = readConformance();

type Event = ConformanceEvent['event'];

function eventOf(file: string, change: (event: Event) => void = () => {}) {
  const found = conformance.find(one => one.file === `${file}.json`);
  const event: Event = structuredClone(found!.event);
  change(event);
  return event;
}

function read(
  file: string,
  change?: (event: Event) => void,
): Statement | undefined {
  return readCdEvent(eventOf(file, change), scope).statements[0];
}

const supplemented = (file: string, dora: unknown): Reading =>
  readCdEvent(
    eventOf(file, event => {
      event.customData = { dora };
    }),
    scope,
  );

const digest =
  'sha256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427';
const service = 'urn:cdevents:%2Fevent%2Fsource%2F123:mySubject123';
const moment = '2023-03-20T14:27:05.315Z';

describe('a deployment', () => {
  it('tells what CDEvents tell, and no more', () => {
    expect(read('service_deployed')).toEqual({
      type: 'service-deployed',
      subjects: [
        {
          kind: 'deployment',
          uri: 'urn:cdevents:%2Fevent%2Fsource%2F123:271069a8-fc18-44f1-b38f-9d70a1695819',
        },
        { kind: 'artifact', digest },
        { kind: 'entity', uri: service },
      ],
      predicate: {
        deployment: {
          id: '271069a8-fc18-44f1-b38f-9d70a1695819',
          url: 'urn:cdevents:%2Fevent%2Fsource%2F123:271069a8-fc18-44f1-b38f-9d70a1695819',
          environment: { name: 'test123', production: false },
          artifact: { name: 'myapp', digest },
        },
        deployedAt: moment,
      },
      observedAt: moment,
      sourceId: 'cdevents',
    });
  });

  it('tells more with a supplement', () => {
    const commit = 'ab'.repeat(20);
    const { statements, flaws } = supplemented('service_upgraded', {
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
    const statement = read('service_deployed', ({ subject }) => {
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
    ['pkg:oci/a%00', 'urn:cdevents:%2Fevent%2Fsource%2F123:pkg%3Aoci%2Fa%2500'],
    ['nginx:1.0', 'urn:cdevents:%2Fevent%2Fsource%2F123:nginx%3A1.0'],
    ['pkg:oci/%zz', 'urn:cdevents:%2Fevent%2Fsource%2F123:pkg%3Aoci%2F%25zz'],
  ])('of %s, which has no digest, names that', (artifactId, uri) => {
    expect(
      read('service_deployed', ({ subject }) => {
        subject.content.artifactId = artifactId;
      })?.subjects[1],
    ).toEqual({ kind: 'artifact', uri });
  });

  it('of an image reference is known by its digest', () => {
    expect(
      read('service_deployed', ({ subject }) => {
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
      read('service_deployed', ({ subject }) => {
        subject.content.environment = { id };
      })?.predicate,
    ).toMatchObject({ deployment: { environment: { name: id, production } } });
  });

  it.each(['environment', 'artifactId'])('without %s is refused', field => {
    expect(() =>
      read('service_deployed', ({ subject }) => {
        delete subject.content[field];
      }),
    ).toThrow(new RegExp(`"path": \\[\\s*"${field}"`));
  });

  it('can be rolled back', () => {
    expect(read('service_rolledback')).toMatchObject({
      type: 'service-rolled-back',
      predicate: { rolledBackAt: moment },
    });
  });
});

describe('a run', () => {
  it.each([
    ['success', 'success'],
    ['failure', 'failure'],
    ['error', 'failure'],
    ['cancel', 'cancelled'],
    ['pass', 'success'],
    ['fail', 'failure'],
    ['odd', 'other'],
    [undefined, 'other'],
  ])('that ended with %s is %s', (outcome, expected) => {
    for (const file of ['pipelinerun_finished', 'taskrun_finished']) {
      expect(
        read(file, ({ subject }) => {
          subject.content.outcome = outcome;
        })?.predicate,
      ).toMatchObject({ outcome: expected });
    }
  });

  it('is the same thing to its tasks', () => {
    const [run] = read('pipelinerun_finished')?.subjects ?? [];
    expect(run).toEqual({ kind: 'pipeline-run', uri: service });
    expect(read('taskrun_finished')?.subjects).toContainEqual(run);
  });

  it('may be of a task of another source', () => {
    expect(
      read('taskrun_finished', ({ subject }) => {
        subject.content.pipelineRun = { id: '7', source: 'https://ci' };
      })?.subjects,
    ).toContainEqual({
      kind: 'pipeline-run',
      uri: 'urn:cdevents:https%3A%2F%2Fci:7',
    });
  });

  it('is linked to by web addresses alone', () => {
    const urlOf = (uri: string) =>
      read('pipelinerun_finished', ({ subject }) => {
        subject.content.uri = uri;
      })?.predicate;
    expect(urlOf('https://ci/7')).toMatchObject({
      run: { url: 'https://ci/7' },
    });
    expect(urlOf('data:text/html,x')).toMatchObject({ run: { url: service } });
  });

  it('of tests names the suite', () => {
    expect(read('testsuiterun_finished')).toMatchObject({
      type: 'test-suite-finished',
      predicate: {
        suite: { id: '92834723894', name: 'Auth TestSuite' },
        outcome: 'failure',
      },
    });
  });
});

describe('an artifact', () => {
  it('is published by somebody', () => {
    expect(read('artifact_published')).toMatchObject({
      subjects: [
        { uri: 'pkg:golang/mygit.com/myorg/myapp@234fd47e07d1004f0aed9c' },
      ],
      predicate: {
        package: {
          ecosystem: 'golang',
          name: 'mygit.com/myorg/myapp',
          version: '234fd47e07d1004f0aed9c',
        },
        publishedBy: { system: '/event/source/123', login: 'mybot-myapp' },
        prerelease: false,
      },
    });
  });

  it('is published by an account of its source', () => {
    expect(
      read('artifact_published', ({ subject, context }) => {
        context.source = 'https://ann:secret@registry.example/npm';
        Object.assign(subject, { source: undefined });
      })?.predicate,
    ).toMatchObject({ publishedBy: { system: 'registry.example' } });
  });

  it('is a pre-release by its version', () => {
    expect(
      read('artifact_published', ({ subject }) => {
        subject.id = 'pkg:npm/%40bank/ledger@1.0.0-rc.1';
      })?.predicate,
    ).toMatchObject({ package: { name: '@bank/ledger' }, prerelease: true });
  });

  it('is signed', () => {
    expect(read('artifact_signed')).toMatchObject({
      type: 'artifact-signed',
      predicate: { signature: expect.stringMatching(/^MEYC/) },
    });
  });

  it('takes a digest from the supplement when its id has none', () => {
    const { statements } = supplemented('artifact_signed', {
      artifactDigest: digest.toUpperCase().replace('SHA', 'sha'),
    });
    expect(statements[0]?.subjects).toEqual([{ kind: 'artifact', digest }]);
  });
});

describe('an incident', () => {
  it('is the same from detection to resolution', () => {
    const about = {
      kind: 'incident',
      uri: 'urn:cdevents:%2Fmonitoring%2Fprod1:incident-123',
    };
    for (const file of ['detected', 'reported', 'resolved']) {
      expect(read(`incident_${file}`)?.subjects[0]).toEqual(about);
    }
    expect(read('incident_reported')).toMatchObject({
      type: 'incident-detected',
      predicate: {
        incident: {
          id: 'incident-123',
          url: expect.stringMatching(/^https:/),
          service: 'myApp',
          environment: { name: 'prod1', production: true },
        },
      },
    });
    expect(read('incident_resolved')?.type).toBe('incident-resolved');
  });
});

describe('an approval', () => {
  const approval = (status: string, dora: unknown) =>
    readCdEvent(
      eventOf('approval_closed', event => {
        event.subject.content.status = status;
        event.customData = { dora };
      }),
      scope,
    ).statements[0];

  it('is one of a deployment where its environment is told', () => {
    expect(approval('approved', { environment: 'production' })).toMatchObject({
      type: 'deployment-reviewed',
      predicate: {
        environment: { name: 'production', production: true },
        decision: 'approved',
        reviewer: { system: 'approvals.example.com', login: 'urn:user:bob' },
      },
    });
    expect(approval('rejected', { environment: 'x' })).toMatchObject({
      predicate: { decision: 'rejected' },
    });
  });

  it('says nothing otherwise', () => {
    expect(read('approval_closed')).toBeUndefined();
    expect(approval('expired', { environment: 'x' })).toBeUndefined();
    expect(approval('cancelled', { environment: 'x' })).toBeUndefined();
  });
});

describe('a supplement', () => {
  it.each([
    ['commit', '234fd47'],
    ['repository', 'data:text/html,x'],
    ['repository', 'https://ann:secret@git.bank.example/core/ledger'],
    ['entity', 'ledger'],
    ['deployer', { login: '' }],
    ['deployer', 'ann'],
    ['artifactDigest', 'sha256:12'],
    ['environment', 7],
  ])('with a bad %s is a flaw and no more', (field, value) => {
    const { statements, flaws } = supplemented('service_deployed', {
      [field]: value,
    });
    expect(statements).toEqual([read('service_deployed')]);
    expect(flaws).toEqual([
      expect.stringMatching(new RegExp(`^customData\\.dora\\.${field}`)),
    ]);
  });

  it('must be an object', () => {
    expect(supplemented('service_deployed', 'x').flaws).toEqual([
      'customData.dora must be an object',
    ]);
  });

  it('does not stand in custom data of other types', () => {
    const reading = readCdEvent(
      eventOf('service_deployed', event => {
        event.customData = 'ZG9yYQ==';
      }),
      scope,
    );
    expect(reading).toMatchObject({ statements: [{}], flaws: [] });
  });
});

describe('an event', () => {
  it('may say null of what it leaves out', () => {
    const nulls = (event: Event) => {
      Object.assign(event.context, { chainId: null, links: null });
      Object.assign(event.subject, { source: null, type: null });
      Object.assign(event.subject.content, { url: null, errors: null });
      event.customData = null;
    };
    const without = (event: Event) => {
      Object.assign(event.subject, { source: undefined });
      delete event.subject.content.url;
      delete event.subject.content.errors;
      delete event.customData;
    };
    expect(read('pipelinerun_finished', nulls)).toEqual(
      read('pipelinerun_finished', without),
    );
    expect(read('pipelinerun_finished', nulls)).toBeDefined();
  });

  it.each([
    ['canceled', 'cancelled'],
    ['aborted', 'cancelled'],
    ['skipped', 'skipped'],
    ['timeout', 'other'],
  ])('ends %s as %s', (outcome, said) => {
    const change = (event: Event) => {
      event.subject.content.outcome = outcome;
    };
    expect(read('pipelinerun_finished', change)?.predicate).toMatchObject({
      outcome: said,
    });
  });

  it('is of the artifact with a digest as its id', () => {
    const change = (event: Event) => {
      event.subject.content.artifactId = digest;
    };
    expect(read('service_deployed', change)?.subjects).toContainEqual({
      kind: 'artifact',
      digest,
    });
  });
});

describe('earlier versions', () => {
  it('are read: 0.3 and 0.4 say version, type and url', () => {
    const event = {
      context: {
        version: '0.4.1',
        id: '1',
        source: '/ci',
        type: 'dev.cdevents.pipelinerun.finished.0.2.0',
        timestamp: '2024-01-15T10:32:00+01:00',
      },
      subject: {
        id: '7',
        source: '',
        type: 'pipelineRun',
        content: {
          pipelineName: 'ship',
          url: 'https://ci/7',
          outcome: 'success',
        },
      },
    };
    expect(readCdEvent(event, scope).statements).toMatchObject([
      {
        subjects: [{ kind: 'pipeline-run', uri: 'urn:cdevents:%2Fci:7' }],
        predicate: {
          pipeline: { name: 'ship' },
          run: { id: '7', url: 'https://ci/7' },
          outcome: 'success',
        },
        observedAt: '2024-01-15T09:32:00.000Z',
      },
    ]);
  });
});

describe('the official schemas', () => {
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  ajv.addSchema(readSchemas());
  const validators = new Map(
    readSchemas().flatMap(schema => {
      const type = typeOf(schema);
      return type ? [[type, ajv.getSchema(String(schema.$id))!]] : [];
    }),
  );
  const isOfficial = (type: string, event: unknown) =>
    Boolean(validators.get(type)?.(event));
  const problem = (event: unknown) => {
    try {
      readCdEvent(event, scope);
      return undefined;
    } catch (error) {
      return problemOf(error);
    }
  };

  it('hold for all conformance events', () => {
    expect(
      conformance.filter(({ event }) => !isOfficial(event.context.type, event)),
    ).toEqual([]);
  });

  it('accept nothing that is refused here', () => {
    const value = fc.oneof(
      fc.constantFrom(undefined, null, '', 'x', 'https://x/y', {}, { id: 'x' }),
      fc.constantFrom('2016-12-31T23:59:60Z', '2022-11-11t13:52:20.5+02:00'),
      fc.jsonValue(),
    );
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...conformance),
        fc.nat(),
        value,
        ({ event }, place, other) => {
          const changed = structuredClone(event);
          const spots = spotsIn(changed);
          const [holder, key] = spots[place % spots.length]!;
          holder[key] = other;
          const official = isOfficial(event.context.type, changed);
          accepted += Number(official);
          expect(official ? problem(changed) : undefined).toBeUndefined();
        },
      ),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('demand of events that are evidence what is demanded here', () => {
    const used = conformance.filter(
      ({ event }) => readCdEvent(event, scope).statements.length > 0,
    );
    expect(used.length).toBeGreaterThan(8);
    for (const { event: whole } of [
      ...used,
      { event: eventOf('approval_closed') },
    ]) {
      // Links between events and bills of materials are not read.
      const event = structuredClone(whole);
      delete event.context.links;
      delete event.subject.content.sbom;
      for (let place = 0; place < spotsIn(event).length; place += 1) {
        const changed = structuredClone(event);
        const [holder, key] = spotsIn(changed)[place]!;
        delete holder[key];
        expect([key, problem(changed) === undefined]).toEqual([
          key,
          isOfficial(event.context.type, changed),
        ]);
      }
    }
  });
});

function typeOf(schema: Record<string, unknown>): string | undefined {
  const { properties } = schema as {
    properties?: {
      context?: { properties?: { type?: { default?: string } } };
    };
  };
  return properties?.context?.properties?.type?.default;
}

/** All fields of an event, as their holder and name. */
function spotsIn(root: object): [Record<string, unknown>, string][] {
  return Object.entries(root).flatMap(([key, value]) => [
    [root as Record<string, unknown>, key] as [Record<string, unknown>, string],
    ...(typeof value === 'object' && value !== null ? spotsIn(value) : []),
  ]);
}
