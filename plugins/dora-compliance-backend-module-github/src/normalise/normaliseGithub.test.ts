import { deliver, readPayload } from '../__testUtils__/payloads';
import { findArtifact } from './artifact';
import { normaliseGithub } from './normaliseGithub';

const scope = { productionEnvironments: ['live'], protectedBranches: [] };

function read(file: string, change: (payload: any) => void = () => {}) {
  const payload = readPayload(file);
  change(payload);
  const answer = normaliseGithub(
    deliver(file.split('.')[0] ?? '', payload),
    scope,
  );
  if (answer.outcome === 'rejected') {
    throw new Error(answer.reason);
  }
  return answer.statements;
}

describe('deployment_status', () => {
  const file = 'deployment_status.created.0.json';
  const readEnvironment = (change: (payload: any) => void) => {
    const [statement] = read(file, change);
    return statement?.type === 'service-deployed'
      ? statement.predicate.deployment.environment
      : undefined;
  };

  it('is a deployment to production', () => {
    expect(read(file)).toMatchObject([
      {
        type: 'service-deployed',
        observedAt: '2019-05-15T15:20:55.000Z',
        subjects: [
          {
            kind: 'repository',
            uri: 'https://github.com/Codertocat/Hello-World',
          },
          {
            kind: 'commit',
            digest: 'gitCommit:f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
          },
          { kind: 'deployment' },
        ],
        predicate: {
          deployment: {
            environment: { name: 'production', production: true },
            deployer: { login: 'Codertocat', kind: 'human' },
          },
        },
      },
    ]);
  });

  it.each([
    ['prod-eu', true],
    ['Production', true],
    ['live', true],
    ['staging', false],
    ['product-preview', false],
  ])('takes %s as production: %s', (name, production) => {
    expect(
      readEnvironment(payload => {
        payload.deployment.environment = name;
        payload.deployment_status.environment = name;
      })?.production,
    ).toBe(production);
  });

  it('believes GitHub where it says production', () => {
    expect(
      readEnvironment(payload => {
        payload.deployment.environment = 'blue';
        payload.deployment.production_environment = true;
      })?.production,
    ).toBe(true);
  });

  it.each([
    ['failure', 'deployment-failed'],
    ['error', 'deployment-failed'],
    ['in_progress', undefined],
  ])('in state %s is %s', (state, type) => {
    const [statement] = read(file, payload => {
      payload.deployment_status.state = state;
    });
    expect(statement?.type).toBe(type);
  });
});

describe('push', () => {
  const file = 'push.5.json';

  it('tells authors, co-authors and the account behind an address', () => {
    const [statement] = read(file, payload => {
      payload.commits[0].message =
        'Fix\n\nCo-authored-by: Ann <7+ann@users.noreply.github.com>\nco-authored-by: Bob <bob@bank.example>';
    });
    expect(statement).toMatchObject({
      type: 'commits-pushed',
      predicate: {
        branch: 'master',
        commits: [
          {
            title: 'Fix',
            author: { login: 'Codertocat' },
            coAuthors: [{ login: 'ann' }, { email: 'bob@bank.example' }],
          },
        ],
      },
    });
    expect(statement?.predicate).not.toHaveProperty('before');
  });

  it.each(['master', 'feature', 'hotfix/2024-01', 'refs/heads/odd'])(
    'counts on any branch, as each may be deployed: %s',
    branch => {
      const [statement] = read(file, payload => {
        payload.ref = `refs/heads/${branch}`;
      });
      expect(statement).toMatchObject({
        type: 'commits-pushed',
        predicate: { branch },
      });
    },
  );

  it.each(['refs/notes/commits', 'refs/pull/7/head', 'refs/heads/'])(
    'to %s is to no branch',
    ref => {
      expect(
        read(file, payload => {
          payload.ref = ref;
        }),
      ).toEqual([]);
    },
  );
});

describe('findArtifact', () => {
  const digest = `sha256:${'ab'.repeat(32)}`;

  it.each([
    [{ artifact: { name: 'x', digest } }, { name: 'x', digest }],
    [
      { image: `registry/x@${digest.toUpperCase().replace('SHA', 'sha')}` },
      { digest },
    ],
    [JSON.stringify({ artifact: { digest } }), { digest }],
    [{ image: 'registry/x:latest' }, undefined],
    ['', undefined],
    [null, undefined],
  ])('reads %j', (payload, expected) => {
    expect(findArtifact(payload)).toEqual(expected);
  });
});
