import * as make from '../../__testUtils__/azureObjects';
import {
  collectedDocument,
  buildList,
  readDocument,
} from '../../__testUtils__/collectedDocument';

const AT = '2026-03-02T10:00:00Z';
const APPROVAL = '0f027b05-0942-4a35-9218-26fa07d8760a';
const ENVIRONMENT = 'distributedtask/environments/1';
const RECORDS = `${ENVIRONMENT}/environmentdeploymentrecords`;
const TIMELINE = 'build/builds/42/timeline';
const build = make.build(42, AT);

const answers = (record: object = {}, builds: object[] = [build]) => ({
  [ENVIRONMENT]: { id: 1, name: 'production' },
  [RECORDS]: buildList({ ...make.deploymentRecord(9, 42, AT), ...record }),
  'build/builds': buildList(...builds),
});

const read = (part: string, of: Record<string, unknown>) =>
  readDocument(collectedDocument(part, of));

describe('a deployment record', () => {
  it.each([
    ['succeeded', ['service-deployed']],
    ['succeededWithIssues', ['service-deployed']],
    ['failed', ['deployment-failed']],
    ['canceled', ['deployment-failed']],
    ['abandoned', ['deployment-failed']],
    ['skipped', []],
    [undefined, []],
  ])('that %s is %j', (result, types) => {
    const { statements, flaws } = read('deployments', answers({ result }));
    expect(statements.map(({ type }) => type)).toEqual(types);
    expect(flaws).toEqual([]);
  });

  it('distinguishes what failed and what was canceled', () => {
    const outcomes = ['failed', 'canceled'].map(result => {
      const [failed] = read('deployments', answers({ result })).statements;
      return (failed?.predicate as { outcome: string }).outcome;
    });
    expect(outcomes).toEqual(['failure', 'error']);
  });

  it('of another repository is not the target’s', () => {
    const other = {
      ...build,
      repository: { ...build.repository, url: `${make.BASE}/payments/_git/x` },
    };
    expect(read('deployments', answers({}, [other]))).toEqual({
      statements: [],
      flaws: [],
    });
  });

  it('whose run is not told is a flaw', () => {
    expect(read('deployments', answers({}, []))).toEqual({
      statements: [],
      flaws: ['the run of deployment record 9 is not told'],
    });
  });
});

describe('an approval of a deployment', () => {
  const approved = (approvals: object[], stageName = 'deploy') => ({
    ...answers({ stageName }),
    [TIMELINE]: make.timeline(APPROVAL),
    'pipelines/approvals': buildList(...approvals),
  });

  it('belongs to the stage that deployed', () => {
    const { statements } = read(
      'approvals',
      approved([make.approval(APPROVAL, AT)]),
    );
    expect(statements).toMatchObject([
      {
        type: 'deployment-reviewed',
        predicate: {
          environment: { name: 'production', production: true },
          reviewer: { name: 'Ben' },
          commit: make.sha(42),
        },
      },
    ]);
  });

  it('of another stage is none of it', () => {
    expect(
      read('approvals', approved([make.approval(APPROVAL, AT)], 'build')),
    ).toEqual({ statements: [], flaws: [] });
  });

  it('that is not told is a flaw', () => {
    expect(read('approvals', approved([]))).toEqual({
      statements: [],
      flaws: [`approval ${APPROVAL} is not told`],
    });
  });
});
