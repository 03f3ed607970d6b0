import * as make from '../__testUtils__/azureObjects';
import * as sample from '../__testUtils__/sampleEvents';
import { normaliseServiceHook } from './normaliseServiceHook';

/*
 * Shapes beside those of today's documentation: servers of a bank's own, old
 * versions of events, and fields that are told in one place only.
 */

const scope = { productionEnvironments: [], protectedBranches: ['release'] };
const SERVER = 'http://tfs.bank.example:8080/tfs/Main';

function normalise(event: unknown) {
  const body = new TextEncoder().encode(JSON.stringify(event));
  const answer = normaliseServiceHook(body, scope);
  expect(answer).toMatchObject({ outcome: 'normalised' });
  return answer.outcome === 'normalised'
    ? { statements: answer.statements, flaws: answer.flaws }
    : { statements: [], flaws: [] };
}

const read = (event: unknown) => normalise(event).statements;

describe('on a server', () => {
  const url = `${SERVER}/${make.PROJECT}/_apis/x/1`;
  const ledger = {
    kind: 'repository',
    uri: `${SERVER}/ledger/_git/ledger`,
  };

  it('a repository may leave out its project, in builds, runs and changes', () => {
    const short = `${SERVER}/_git/ledger`;
    const project = { id: make.PROJECT, name: 'ledger' };
    const repository = { type: 'TfsGit', name: 'ledger', url: short };
    const [ofBuild] = read(sample.buildEvent({ url, project, repository }));
    const run = sample.runEvent({ _links: null, url }) as any;
    run.resource.repositories[0].url = short;
    const [ofRun] = read(run);
    const change = {
      repository: { ...make.repository, url, project },
      status: 'active',
    };
    const [ofChange] = read(
      sample.pullRequestEvent('created', 'Anna created it', change),
    );
    for (const statement of [ofBuild, ofRun, ofChange]) {
      expect(statement?.subjects).toContainEqual(ledger);
    }
  });

  it('a release may name its project in the address of the API', () => {
    const release = {
      ...sample.release,
      url: `${SERVER}/payments/_apis/Release/releases/4`,
    };
    const event = sample.releaseEvent('succeeded') as any;
    event.resource.environment.release = release;
    const approval = sample.releaseApprovalEvent({
      releaseDefinition: { id: 1, url: release.url },
    }) as any;
    approval.resource.release = { id: 4, name: 'Release-1' };
    const deployment = {
      kind: 'deployment',
      uri: `${SERVER}/payments/_releaseProgress?releaseId=4&environmentId=8`,
    };
    expect(read(event)[0]?.subjects[0]).toEqual(deployment);
    expect(read(approval)[0]?.subjects[0]).toEqual(deployment);
  });

  it('a repository may have its project in its address, by name', () => {
    // The collection and the project have the same name.
    const base = 'http://tfs.bank.example/tfs/pay';
    const repository = {
      ...make.repository,
      url: `${base}/pay/_apis/git/repositories/${make.REPOSITORY}`,
      project: {
        id: make.PROJECT,
        name: 'pay',
        url: `${base}/_apis/projects/${make.PROJECT}`,
      },
    };
    expect(read(sample.pushEvent({ repository }))[0]?.subjects[0]?.uri).toBe(
      `${base}/pay/_git/ledger`,
    );
  });

  it('a release may be told by its collection alone', () => {
    const event = {
      ...sample.shortReleaseEvent(),
      resourceContainers: { collection: { id: 'x', baseUrl: `${SERVER}/` } },
    };
    expect(read(event)[0]?.subjects[0]?.uri).toBe(
      `${SERVER}/payments/_releaseProgress?releaseId=4&environmentId=8`,
    );
  });

  it('an approval may come without encryption', () => {
    const run = `${SERVER}/payments/_build/results?buildId=42`;
    const event = {
      ...sample.approvalEvent({ run: null }),
      message: { text: 'x', html: `<a href="${run}">run</a>` },
    };
    expect(read(event)[0]).toMatchObject({
      type: 'deployment-reviewed',
      predicate: { run: { id: '42' } },
    });
  });
});

describe('an account', () => {
  const requestedFor = (person: object) => {
    const [run] = read(sample.buildEvent({ requestedFor: person }));
    return (run?.predicate as { triggeredBy?: object }).triggeredBy;
  };

  it('that is a service of Azure DevOps has no address', () => {
    const id = '00000002-0000-8888-8000-000000000000';
    const uniqueName = `${id}@2c895908-04e0-4952-89fd-54b0046d6288`;
    const service = requestedFor({ displayName: 'TFS', uniqueName });
    expect(service).toMatchObject({ kind: 'bot' });
    expect(service).not.toHaveProperty('email');
  });

  it.each([
    ['msa.MTA3ZTA4', 'human'],
    ['aad.NTdh', 'human'],
    ['svc.OWQz', 'bot'],
    ['win.Uy0xLTU', 'unknown'],
  ])('has its descriptor %s in its picture', (descriptor, kind) => {
    const href = `${make.BASE}/_apis/GraphProfile/MemberAvatars/${descriptor}`;
    const person = { displayName: 'Ben', uniqueName: 'ben@bank.example' };
    expect(requestedFor({ ...person, imageUrl: href })).toMatchObject({ kind });
    expect(
      requestedFor({ ...person, _links: { avatar: { href } } }),
    ).toMatchObject({ kind });
  });

  it('that has an id alone gets no name made of it', () => {
    expect(requestedFor({ id: 'f8482ec0' })).toEqual({
      system: 'dev.azure.com',
      id: 'f8482ec0',
      kind: 'unknown',
    });
  });
});

describe('a push', () => {
  it('of several branches gives each its newest commit, and says so', () => {
    const refUpdates = ['main', 'feature'].map((branch, index) => ({
      name: `refs/heads/${branch}`,
      oldObjectId: make.sha(8),
      newObjectId: make.sha(9 + index),
    }));
    const commits = [9, 10, 11].map(id => make.commit(make.sha(id), 'Anna'));
    const { statements, flaws } = normalise(
      sample.pushEvent({ refUpdates, commits }),
    );
    expect(statements).toMatchObject([
      {
        predicate: { branch: 'main', commits: [{ commit: make.sha(9) }] },
      },
      {
        predicate: { branch: 'feature', commits: [{ commit: make.sha(10) }] },
      },
    ]);
    expect(flaws).toEqual([expect.stringMatching(/several branches/)]);
  });

  it.each([
    ['Anna pushed 2 commits to ledger:main', ['commits has 1 of 2']],
    ['Anna pushed 1 commits to ledger:main', undefined],
    ['Anna pushed a commit to ledger:main', undefined],
    [null, undefined],
  ])('that says "%s" and lists one', (text, flaws) => {
    const event = { ...sample.pushEvent(), detailedMessage: { text } };
    const told = normalise(event);
    expect(told.flaws).toEqual(flaws);
    expect(told.statements).toHaveLength(1);
  });

  it('of a branch that begins at old commits lists none', () => {
    const text = 'Anna pushed 20 commits to ledger:topic';
    const event = sample.pushEvent({
      commits: undefined,
      refUpdates: [
        {
          name: 'refs/heads/topic',
          oldObjectId: '0'.repeat(40),
          newObjectId: make.sha(9),
        },
      ],
    });
    expect(normalise({ ...event, detailedMessage: { text } })).toMatchObject({
      statements: [{ predicate: { branch: 'topic', commits: [] } }],
      flaws: undefined,
    });
  });

  it('tells that history was rewritten where it is told', () => {
    const event = sample.pushEvent() as any;
    event.resource.refUpdates[0].forced = true;
    expect(read(event)[0]?.predicate).toMatchObject({ forced: true });
  });
});

describe('an update of a pull request', () => {
  const updated = (text: string) =>
    normalise(
      sample.pullRequestEvent('updated', text, {
        status: 'active',
        closedDate: undefined,
      }),
    );

  it('in words that are not known is flawed', () => {
    expect(updated('Ben 已批准 拉取请求 5 (x) 位于 ledger')).toEqual({
      statements: [],
      flaws: [expect.stringMatching(/no sentence that is known/)],
    });
  });

  it.each([
    'Ben published the pull request',
    'Ben has changed the reviewer list on pull request 5 (x) in ledger',
    'Ben marked the pull request as draft',
    'Ben abandoned pull request 5 (x) in ledger',
  ])('%s', text => {
    expect(updated(text)).toEqual({ statements: [], flaws: undefined });
  });
});

describe('an event that tells less', () => {
  it('is a build by version 1.0, without project and repository', () => {
    const resource = {
      id: 417043,
      url: `https://bank.visualstudio.com/${make.PROJECT}/_apis/build/Builds/417043`,
      startTime: '2021-11-23T11:42:55.3482039Z',
      finishTime: '2021-11-23T11:43:15.64782Z',
      reason: 'manual',
      status: 'stopped',
      sourceGetVersion: `LG:refs/heads/main:${make.sha(7)}`,
      definition: { id: 7, name: 'ledger' },
      requests: [{ id: 417043, requestedFor: make.person('Anna') }],
    };
    const url = `${make.BASE}/${make.PROJECT}/_build/results?buildId=417043`;
    expect(read(sample.event('build.complete', resource))).toMatchObject([
      {
        type: 'pipeline-run-finished',
        subjects: [
          { kind: 'commit', digest: `gitCommit:${make.sha(7)}` },
          { kind: 'pipeline-run', uri: url },
        ],
        predicate: {
          pipeline: { name: 'ledger' },
          run: { id: '417043', url },
          outcome: 'cancelled',
          branch: 'main',
          commit: make.sha(7),
          triggeredBy: { login: 'anna@bank.example' },
          startedAt: '2021-11-23T11:42:55.348Z',
          finishedAt: '2021-11-23T11:43:15.647Z',
        },
      },
    ]);
    const changeset = { ...resource, sourceGetVersion: 'C18' };
    const [run] = read(sample.event('build.complete', changeset));
    expect(run?.predicate).not.toHaveProperty('commit');
  });

  it('is a build that ended when its event was made', () => {
    const [run] = read(sample.buildEvent({ finishTime: undefined }));
    expect(run?.observedAt).toBe('2026-03-02T12:00:00.123Z');
  });

  it('is a run with its number in its page alone', () => {
    const event = sample.runEvent({ id: undefined }) as any;
    delete event.resource.run.pipeline.url;
    expect(read(event)).toEqual(read(sample.runEvent()));
  });

  it('is a run with its pipeline beside it', () => {
    const event = sample.runEvent({ pipeline: undefined }) as any;
    expect(read(event)).toEqual(read(sample.runEvent()));
    delete event.resource.pipeline;
    const body = new TextEncoder().encode(JSON.stringify(event));
    expect(normaliseServiceHook(body, scope)).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('resource.run.pipeline is missing'),
    });
  });

  it('is a job whose run has no address', () => {
    const event = sample.jobEvent({
      _links: {
        web: { href: `${make.BASE}/payments/_build/results?buildId=42` },
      },
    }) as any;
    event.resource.run = { ...event.resource.run, _links: null, url: null };
    expect(read(event)[0]?.subjects).toContainEqual({
      kind: 'pipeline',
      uri: 'urn:cicd:dev.azure.com:bank/payments:7',
    });
  });

  it.each([
    [{ _links: { web: { href: `${make.BASE}/payments/_release?id=4` } } }, {}],
    [{}, { collection: { baseUrl: 'https://bank.visualstudio.com/' } }],
  ])('is a release with another address: %j %j', (links, containers) => {
    const event = sample.releaseEvent('succeeded') as any;
    const { url: _, ...release } = event.resource.environment.release;
    event.resource.environment.release = { ...release, ...links };
    Object.assign(event.resourceContainers, containers);
    expect(read(event)).toEqual(read(sample.releaseEvent('succeeded')));
  });

  it('is a release by the name its documentation gives it', () => {
    const event = {
      ...sample.releaseEvent('succeeded'),
      eventType: 'ms.azure-devops-release.deployment-completed-event',
    };
    expect(read(event)).toEqual(read(sample.releaseEvent('succeeded')));
  });
});
