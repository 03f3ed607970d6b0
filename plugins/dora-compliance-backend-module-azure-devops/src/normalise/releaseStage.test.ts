import * as make from '../__testUtils__/azureObjects';
import { commit, deployment, ledger } from '../__testUtils__/expectedSubjects';
import { normaliseEvent, readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

const SERVER = 'http://tfs.bank.example:8080/tfs/Main';

describe('a classic release', () => {
  it.each([
    ['environment', { environment: undefined }, 'names no environment'],
    ['release', { release: { id: 0, name: null } }, 'names no release'],
  ])('without %s is rejected', (_, change, reason) => {
    expect(normaliseEvent(sample.shortReleaseEvent(change))).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining(reason),
    });
  });

  it('that names no organisation is rejected, and says what would', () => {
    const event = { ...sample.shortReleaseEvent(), message: undefined };
    expect(normaliseEvent(event)).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringMatching(/resourceContainers no baseUrl/),
    });
  });

  it.each([
    [{ _links: { web: { href: `${make.BASE}/payments/_release?id=4` } } }, {}],
    [{}, { collection: { baseUrl: 'https://bank.visualstudio.com/' } }],
  ])('may have another address: %j %j', (links, containers) => {
    const event = sample.releaseEvent('succeeded') as any;
    const { url: _, ...release } = event.resource.environment.release;
    event.resource.environment.release = { ...release, ...links };
    Object.assign(event.resourceContainers, containers);
    expect(readEvent(event)).toEqual(
      readEvent(sample.releaseEvent('succeeded')),
    );
  });

  it('of a server may name its project in the address of the API', () => {
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
    const onServer = {
      kind: 'deployment',
      uri: `${SERVER}/payments/_releaseProgress?releaseId=4&environmentId=8`,
    };
    expect(readEvent(event)[0]?.subjects[0]).toEqual(onServer);
    expect(readEvent(approval)[0]?.subjects[0]).toEqual(onServer);
  });

  it('of a server may be told by its collection alone', () => {
    const event = {
      ...sample.shortReleaseEvent(),
      resourceContainers: { collection: { id: 'x', baseUrl: `${SERVER}/` } },
    };
    expect(readEvent(event)[0]?.subjects[0]?.uri).toBe(
      `${SERVER}/payments/_releaseProgress?releaseId=4&environmentId=8`,
    );
  });
});

describe('the artifact of a classic release', () => {
  const deployed = (artifact: object) => {
    const release = { ...sample.release, artifacts: [artifact] };
    const [statement] = readEvent(
      sample.releaseEvent('succeeded', { deployment: { release } }),
    );
    return statement;
  };

  it('tells the commit that its build was made of', () => {
    const [artifact] = sample.release.artifacts;
    const statement = deployed({
      ...artifact,
      definitionReference: {
        ...artifact?.definitionReference,
        sourceVersion: { id: make.sha(42), name: null },
      },
    });
    expect(statement).toMatchObject({
      subjects: [deployment, commit(42), { kind: 'pipeline-run' }],
      predicate: { deployment: { commit: make.sha(42), ref: 'main' } },
    });
  });

  it('tells the commit of a repository that it deploys', () => {
    const definitionReference = {
      definition: { id: make.REPOSITORY, name: 'ledger' },
      project: { id: make.PROJECT, name: 'payments' },
      version: { id: make.sha(42), name: 'x' },
      branch: { id: 'main', name: 'main' },
    };
    const ofAzure = deployed({ type: 'Git', definitionReference });
    expect(ofAzure?.subjects).toEqual([deployment, ledger, commit(42)]);
    const ofGithub = deployed({
      type: 'GitHub',
      definitionReference: {
        definition: { id: 'bank/ledger', name: 'bank/ledger' },
        version: { id: make.sha(42) },
      },
    });
    expect(ofGithub?.subjects).toEqual([
      deployment,
      { kind: 'repository', uri: 'https://github.com/bank/ledger' },
      commit(42),
    ]);
  });

  it('may have its fields written large, and artifacts of other kinds', () => {
    expect(
      deployed({
        type: 'Build',
        definitionReference: {
          Project: { id: make.PROJECT, name: 'payments' },
          Version: { id: 42 },
        },
      })?.subjects,
    ).toEqual([
      deployment,
      {
        kind: 'pipeline-run',
        uri: `${make.BASE}/${make.PROJECT}/_build/results?buildId=42`,
      },
    ]);
    expect(deployed({ type: 'Nuget' })?.subjects).toEqual([deployment]);
  });
});
