import * as make from '../__testUtils__/azureObjects';
import { readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

const SERVER = 'http://tfs.bank.example:8080/tfs/Main';

describe('a repository on a server', () => {
  it('may leave out its project, in builds, runs and changes', () => {
    const url = `${SERVER}/${make.PROJECT}/_apis/x/1`;
    const short = `${SERVER}/_git/ledger`;
    const project = { id: make.PROJECT, name: 'ledger' };
    const repository = { type: 'TfsGit', name: 'ledger', url: short };
    const [ofBuild] = readEvent(
      sample.buildEvent({ url, project, repository }),
    );
    const run = sample.runEvent({ _links: null, url }) as any;
    run.resource.repositories[0].url = short;
    const [ofRun] = readEvent(run);
    const change = {
      repository: { ...make.repository, url, project },
      status: 'active',
    };
    const [ofChange] = readEvent(
      sample.pullRequestEvent('created', 'Anna created it', change),
    );
    for (const statement of [ofBuild, ofRun, ofChange]) {
      expect(statement?.subjects).toContainEqual({
        kind: 'repository',
        uri: `${SERVER}/ledger/_git/ledger`,
      });
    }
  });

  it('may have its project in its address, by name', () => {
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
    expect(
      readEvent(sample.pushEvent({ repository }))[0]?.subjects[0]?.uri,
    ).toBe(`${base}/pay/_git/ledger`);
  });
});

describe('an account', () => {
  const requestedFor = (person: object) => {
    const [run] = readEvent(sample.buildEvent({ requestedFor: person }));
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
