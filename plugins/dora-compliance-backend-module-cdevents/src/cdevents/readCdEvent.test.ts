import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { problemOf } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  DIGEST as digest,
  type Event,
  eventOf,
  MOMENT as moment,
} from '../__testUtils__/events';
import { readCdEvent, type Reading } from './readCdEvent';

const scope = { productionEnvironments: ['live'] };

function read(
  predicate: string,
  change?: (event: Event) => void,
): Statement | undefined {
  return readCdEvent(eventOf(predicate, change), scope).statements[0];
}

const supplemented = (predicate: string, dora: unknown): Reading =>
  readCdEvent(
    eventOf(predicate, event => {
      event.customData = { dora };
    }),
    scope,
  );

const from = 'urn:cdevents:https%3A%2F%2Fcd.bank.example%2Fflow';

describe('a deployment', () => {
  it('tells what CDEvents tell, and no more', () => {
    expect(read('service.deployed')).toEqual({
      type: 'service-deployed',
      subjects: [
        {
          kind: 'deployment',
          uri: `${from}:0197b0c4-5d3e-7c11-9f52-4a1d6f0e7f21`,
        },
        { kind: 'artifact', digest },
        { kind: 'entity', uri: `${from}:ledger` },
      ],
      predicate: {
        deployment: {
          id: '0197b0c4-5d3e-7c11-9f52-4a1d6f0e7f21',
          url: `${from}:0197b0c4-5d3e-7c11-9f52-4a1d6f0e7f21`,
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
    ['pkg:oci/a%00', `${from}:pkg%3Aoci%2Fa%2500`],
    ['nginx:1.0', `${from}:nginx%3A1.0`],
    ['pkg:oci/%zz', `${from}:pkg%3Aoci%2F%25zz`],
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
    for (const file of ['pipelinerun.finished', 'taskrun.finished']) {
      expect(
        read(file, ({ subject }) => {
          subject.content.outcome = outcome;
        })?.predicate,
      ).toMatchObject({ outcome: expected });
    }
  });

  it('is the same thing to its tasks', () => {
    const [run] = read('pipelinerun.finished')?.subjects ?? [];
    expect(run).toEqual({ kind: 'pipeline-run', uri: `${from}:run-41` });
    expect(read('taskrun.finished')?.subjects).toContainEqual(run);
  });

  it('may be of a task of another source', () => {
    expect(
      read('taskrun.finished', ({ subject }) => {
        subject.content.pipelineRun = { id: '7', source: 'https://ci' };
      })?.subjects,
    ).toContainEqual({
      kind: 'pipeline-run',
      uri: 'urn:cdevents:https%3A%2F%2Fci:7',
    });
  });

  it('is linked to by web addresses alone', () => {
    const urlOf = (uri: string) =>
      read('pipelinerun.finished', ({ subject }) => {
        subject.content.uri = uri;
      })?.predicate;
    expect(urlOf('https://ci/7')).toMatchObject({
      run: { url: 'https://ci/7' },
    });
    expect(urlOf('data:text/html,x')).toMatchObject({
      run: { url: `${from}:run-41` },
    });
  });

  it('of tests names the suite', () => {
    expect(read('testsuiterun.finished')).toMatchObject({
      type: 'test-suite-finished',
      predicate: {
        suite: {
          id: 'booking',
          name: 'Booking',
          url: 'https://git.bank.example/t',
        },
        outcome: 'failure',
      },
    });
  });
});

describe('an artifact', () => {
  it('is published by somebody', () => {
    expect(
      read('artifact.published', ({ context, subject }) => {
        context.source = '/registry';
        subject.source = '/registry';
      }),
    ).toMatchObject({
      subjects: [{ uri: 'pkg:npm/%40bank/ledger@2.1.0' }],
      predicate: {
        package: { ecosystem: 'npm', name: '@bank/ledger', version: '2.1.0' },
        publishedBy: { system: '/registry', login: 'release-bot' },
        prerelease: false,
      },
    });
  });

  it('is published by an account of its source', () => {
    expect(
      read('artifact.published', ({ subject, context }) => {
        context.source = 'https://ann:secret@registry.example/npm';
        Object.assign(subject, { source: undefined });
      })?.predicate,
    ).toMatchObject({ publishedBy: { system: 'registry.example' } });
  });

  it('is a pre-release by its version', () => {
    expect(
      read('artifact.published', ({ subject }) => {
        subject.id = 'pkg:npm/%40bank/ledger@1.0.0-rc.1';
      })?.predicate,
    ).toMatchObject({ package: { name: '@bank/ledger' }, prerelease: true });
  });

  it('is signed', () => {
    expect(read('artifact.signed')).toMatchObject({
      type: 'artifact-signed',
      predicate: { signature: 'MEUCIQDh' },
    });
  });

  it('takes a digest from the supplement when its id has none', () => {
    const { statements } = supplemented('artifact.signed', {
      artifactDigest: digest.toUpperCase().replace('SHA', 'sha'),
    });
    expect(statements[0]?.subjects).toEqual([{ kind: 'artifact', digest }]);
  });
});

describe('an incident', () => {
  it('is the same from detection to resolution', () => {
    const about = {
      kind: 'incident',
      uri: 'urn:cdevents:%2Fmonitoring%2Feu:inc-8',
    };
    for (const file of ['detected', 'reported', 'resolved']) {
      expect(read(`incident.${file}`)?.subjects[0]).toEqual(about);
    }
    expect(read('incident.reported')).toMatchObject({
      type: 'incident-detected',
      predicate: {
        incident: {
          id: 'inc-8',
          url: 'https://tickets.bank.example/8',
          service: 'ledger',
          title: 'Transfers take more than 2 s',
          environment: { name: 'eu-live', production: false },
        },
      },
    });
    expect(read('incident.resolved')?.type).toBe('incident-resolved');
  });
});

describe('an approval', () => {
  const approval = (status: string, dora: unknown) =>
    readCdEvent(
      eventOf('approval.closed', event => {
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
        reviewer: { system: 'approve.bank.example', login: 'urn:user:ann' },
      },
    });
    expect(approval('rejected', { environment: 'x' })).toMatchObject({
      predicate: { decision: 'rejected' },
    });
  });

  it('says nothing otherwise', () => {
    expect(read('approval.closed')).toBeUndefined();
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
    ['actor', { system: 'git.bank.example' }],
    ['repository', `https://git.bank.example/${'x'.repeat(1000)}`],
    ['entity', `component:default/${'x'.repeat(255)}`],
  ])('with a bad %s is a flaw and no more', (field, value) => {
    const { statements, flaws } = supplemented('service.deployed', {
      [field]: value,
    });
    expect(statements).toEqual([read('service.deployed')]);
    expect(flaws).toEqual([
      expect.stringMatching(new RegExp(`^customData\\.dora\\.${field}`)),
    ]);
  });

  it('must be an object', () => {
    expect(supplemented('service.deployed', 'x').flaws).toEqual([
      'customData.dora must be an object',
    ]);
  });

  it.each([
    ['a list', [], ['customData must be an object']],
    ['a number', 7, ['customData must be an object']],
    ['a list of ours', { dora: [] }, ['customData.dora must be an object']],
    ['a null of ours', { dora: { entity: null } }, []],
    ['a text', 'ZG9yYQ==', []],
    ['JSON of nothing', '7', []],
  ])('does not stand in %s', (_, customData, problems) => {
    const { statements, flaws } = readCdEvent(
      eventOf('service.deployed', event => {
        event.customData = customData;
      }),
      scope,
    );
    expect(statements).toEqual([read('service.deployed')]);
    expect(flaws).toEqual(problems);
  });

  it('may come as a text of JSON', () => {
    const dora = { entity: 'component:default/ledger' };
    const { statements } = readCdEvent(
      eventOf('service.deployed', event => {
        event.customData = JSON.stringify({ dora });
      }),
      scope,
    );
    expect(statements).toEqual(
      supplemented('service.deployed', dora).statements,
    );
  });

  it('does not stand in custom data of other types', () => {
    const reading = readCdEvent(
      eventOf('service.deployed', event => {
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
    expect(read('pipelinerun.finished', nulls)).toEqual(
      read('pipelinerun.finished', without),
    );
    expect(read('pipelinerun.finished', nulls)).toBeDefined();
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
    expect(read('pipelinerun.finished', change)?.predicate).toMatchObject({
      outcome: said,
    });
  });

  it.each(['service.deploy', 'deployment.finished', 'constructor.name'])(
    'called %s is none that is known, and a flaw',
    name => {
      const event = eventOf('service.deployed', ({ context }) => {
        context.type = `dev.cdevents.${name}.0.3.0`;
      });
      expect(readCdEvent(event, scope)).toEqual({
        statements: [],
        flaws: [
          `context.type ${name} is no event of CDEvents that is known here`,
        ],
      });
    },
  );

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

describe('a repository', () => {
  it.each([
    ['created', 'created'],
    ['modified', 'edited'],
    ['deleted', 'deleted'],
  ])('that is %s is a setting that was %s', (predicate, action) => {
    const { statements } = supplemented(`repository.${predicate}`, {
      actor: { login: 'ann' },
    });
    expect(statements).toEqual([
      {
        type: 'settings-changed',
        subjects: [
          { kind: 'repository', uri: `${from}:core%2Fledger` },
          { kind: 'repository', uri: 'https://git.bank.example/core/ledger' },
        ],
        predicate: {
          setting: 'repository',
          action,
          name: 'core/ledger',
          changes: [],
          changedBy: {
            system: 'cd.bank.example',
            login: 'ann',
            kind: 'unknown',
          },
          changedAt: moment,
        },
        observedAt: moment,
        sourceId: 'cdevents',
      },
    ]);
  });

  it('is known by its id where nothing else is told', () => {
    const deleted = read('repository.deleted', ({ subject }) => {
      subject.content = { url: 'git://git.bank.example/core/ledger' };
    });
    expect(deleted?.subjects).toHaveLength(1);
    expect(deleted?.predicate).toMatchObject({ name: 'core/ledger' });
    expect(deleted?.predicate).not.toHaveProperty('changedBy');
  });
});

describe('a branch', () => {
  it('that was deleted is named by the id of the subject', () => {
    const { statements } = supplemented('branch.deleted', {
      repository: 'https://git.bank.example/core/ledger',
      actor: { login: 'ann', system: 'git.bank.example' },
    });
    expect(statements).toEqual([
      {
        type: 'reference-changed',
        subjects: [
          { kind: 'branch', uri: `${from}:release%2F2.1` },
          { kind: 'repository', uri: 'https://git.bank.example/core/ledger' },
        ],
        predicate: {
          reference: { kind: 'branch', name: 'release/2.1' },
          action: 'deleted',
          changedBy: {
            system: 'git.bank.example',
            login: 'ann',
            kind: 'unknown',
          },
          changedAt: moment,
        },
        observedAt: moment,
        sourceId: 'cdevents',
      },
    ]);
  });
});

describe('fields', () => {
  const required: Record<string, string[]> = {
    'approval.closed': [
      'approvalDetailsUrl',
      'resourceTargetUrl',
      'responder',
      'decision',
      'status',
    ],
    'artifact.published': [],
    'artifact.signed': ['signature'],
    'branch.deleted': [],
    'incident.detected': ['environment'],
    'incident.reported': ['environment', 'ticketURI'],
    'incident.resolved': ['environment'],
    'pipelinerun.finished': [],
    'repository.created': [],
    'repository.deleted': [],
    'repository.modified': [],
    'service.deployed': ['environment', 'artifactId'],
    'service.rolledback': ['environment', 'artifactId'],
    'service.upgraded': ['environment', 'artifactId'],
    'taskrun.finished': [],
    'testsuiterun.finished': ['environment', 'outcome'],
  };

  /** Which members of a part an event can't be read without. */
  const demanded = (predicate: string, part: string) => {
    const partOf = ({ context, subject }: Event) =>
      ((
        { context, subject, content: subject.content } as Record<
          string,
          Record<string, unknown>
        >
      )[part]!);
    return Object.keys(partOf(eventOf(predicate))).filter(name => {
      try {
        read(predicate, event => delete partOf(event)[name]);
        return false;
      } catch (error) {
        return problemOf(error).includes(`${name} is missing`);
      }
    });
  };

  it.each(Object.entries(required))(
    'of %s that the specification demands are %j',
    (predicate, names) => {
      expect(demanded(predicate, 'content')).toEqual(names);
    },
  );

  it.each([
    ['context', ['specversion', 'id', 'source', 'type', 'timestamp']],
    ['subject', ['id', 'content']],
  ])('of the %s that all events must have are %j', (part, names) => {
    expect(demanded('service.deployed', part)).toEqual(names);
  });

  it.each([
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['2026-01-05t10:30:00.5+02:00', '2026-01-05T08:30:00.500Z'],
    ['2026-01-05T10:30:00.123456789Z', '2026-01-05T10:30:00.123Z'],
  ])('may tell the time as %s', (timestamp, at) => {
    expect(
      read('service.deployed', ({ context }) => {
        context.timestamp = timestamp;
      })?.observedAt,
    ).toBe(at);
  });

  it.each(['2026-01-05', '2026-01-05T10:30:00', '2026-02-30T25:00:00Z', 7, ''])(
    'may not tell the time as %s',
    timestamp => {
      expect(() =>
        read('service.deployed', ({ context }) => {
          context.timestamp = timestamp;
        }),
      ).toThrow(/timestamp/);
    },
  );
});

describe('texts that can not be kept, or are long', () => {
  const places: Record<string, (event: Event, text: string) => unknown> = {
    'context.id': ({ context }, text) => Object.assign(context, { id: text }),
    'context.source': ({ context }, text) =>
      Object.assign(context, { source: text }),
    'subject.id': ({ subject }, text) => Object.assign(subject, { id: text }),
    'subject.source': ({ subject }, text) =>
      Object.assign(subject, { source: text }),
    artifactId: ({ subject }, text) =>
      Object.assign(subject.content, { artifactId: text }),
    environment: ({ subject }, text) =>
      Object.assign(subject.content, { environment: { id: text } }),
  };

  describe.each(Object.entries(places))('as %s', (_, put) => {
    it.each(['a\0', '\ud800', 'a\udc00b'])('%j are refused', text => {
      expect(() => read('service.deployed', event => put(event, text))).toThrow(
        'has a NUL or half of a surrogate pair',
      );
    });

    it.each(['x', '%', 'ä', '😀', ':'])('of 10,000 times %s fit', char => {
      const long = char.repeat(10_000);
      const statement = read('service.deployed', event => put(event, long));
      const other = read('service.deployed', event => put(event, `${long}y`));
      expect(statement?.subjects).toHaveLength(3);
      for (const { uri = '' } of statement?.subjects ?? []) {
        expect(Buffer.byteLength(uri)).toBeLessThanOrEqual(1000);
      }
      expect(statement).not.toEqual(other);
    });
  });

  it('name the same thing the same, and other things otherwise', () => {
    const uriOf = (id: string) =>
      read('service.deployed', ({ subject }) => {
        subject.id = id;
      })?.subjects[2]?.uri;
    const long = 'x'.repeat(2000);
    expect(uriOf(long)).toMatch(/^urn:cdevents:sha256=[0-9a-f]{64}$/);
    expect(uriOf(long)).toBe(uriOf(long));
    expect(uriOf(long)).not.toBe(uriOf(`${long}x`));
  });

  it('as address of a repository in a package URL name none', () => {
    const vcs = `git%2Bhttps://git.bank.example/${'x'.repeat(1000)}`;
    const statement = read('service.deployed', ({ subject }) => {
      subject.content.artifactId = `pkg:oci/ledger@1.2?vcs_url=${vcs}`;
    });
    expect(statement?.subjects.map(({ kind }) => kind)).toEqual([
      'deployment',
      'artifact',
      'entity',
    ]);
  });

  it('as package URL name it whatever the source', () => {
    const uriAt = (source: string) =>
      read('service.deployed', ({ context, subject }) => {
        context.source = source;
        subject.content.artifactId = `pkg:npm/${'x'.repeat(2000)}@1`;
      })?.subjects[1]?.uri;
    expect(uriAt('/a')).toMatch(/^urn:cdevents:sha256=/);
    expect(uriAt('/a')).toBe(uriAt('/b'));
  });
});
