import { readPayload } from '../__testUtils__/payloads';
import { onEnterprise, readOne } from '../__testUtils__/read';

const event = 'deployment';

/** A deployment by a run, as its repository reports. */
const deployed = (deployment: object = {}, run?: object) => {
  const payload = readPayload('deployment.created.0.json');
  return {
    ...payload,
    deployment: { ...payload.deployment, ...deployment },
    ...(run && {
      workflow_run: {
        html_url: 'https://github.com/Codertocat/Hello-World/actions/runs/7',
        event: 'push',
        run_attempt: 1,
        ...run,
      },
    }),
  };
};

const readDeployment = (payload: unknown) => {
  const { predicate } = readOne(event, payload);
  return 'deployment' in predicate ? predicate.deployment : undefined;
};

describe('a deployment', () => {
  it.each([undefined, null, '', {}, 'no JSON', 7])(
    'with the payload %j has no artifact',
    payload => {
      expect(readDeployment(deployed({ payload }))).not.toHaveProperty(
        'artifact',
      );
    },
  );

  it('without a payload has no artifact, and is kept', () => {
    const { payload: _, ...rest } = deployed().deployment;
    const statement = readOne(event, { ...deployed(), deployment: rest });
    expect(statement.type).toBe('deployment-requested');
    const status = readPayload('deployment_status.created.0.json');
    delete status.deployment.payload;
    expect(readOne('deployment_status', status).type).toBe('service-deployed');
  });

  it('names no part of a longer digest', () => {
    const digest = `sha256:${'ab'.repeat(33)}`;
    expect(
      readDeployment(deployed({ payload: { artifact: { digest } } })),
    ).not.toHaveProperty('artifact');
  });

  it('of an account that is gone is of somebody unknown', () => {
    expect(readDeployment(deployed({ creator: null }))).toMatchObject({
      deployer: { name: 'ghost', kind: 'unknown' },
    });
  });

  it('names a server of its own', () => {
    expect(readDeployment(onEnterprise(deployed()))).toMatchObject({
      deployer: { system: 'github.bank.example' },
    });
  });
});

describe('where a deployment went', () => {
  const readEnvironment = (
    requested: object,
    environment: string | null | undefined,
    state = 'success',
  ) => {
    const payload = readPayload('deployment_status.created.0.json');
    const { predicate } = readOne('deployment_status', {
      ...payload,
      deployment: { ...payload.deployment, ...requested },
      deployment_status: { ...payload.deployment_status, state, environment },
    });
    return 'deployment' in predicate
      ? { ...predicate.deployment.environment, url: predicate.deployment.url }
      : undefined;
  };
  const staging = { environment: 'staging', production_environment: false };
  const url = (name: string) =>
    expect.stringMatching(new RegExp(`/deployments/${name}$`));

  it.each(['success', 'failure', 'error'])(
    'is what its status of %s says',
    state => {
      expect(readEnvironment(staging, 'production', state)).toEqual({
        name: 'production',
        production: true,
        url: url('production'),
      });
    },
  );

  it.each([undefined, null, ''])(
    'is what was requested where the status says %j',
    environment => {
      expect(readEnvironment(staging, environment)).toEqual({
        name: 'staging',
        production: false,
        url: url('staging'),
      });
    },
  );

  it.each([
    ['green', { classified: true }],
    ['blue', {}],
  ])('is classified if the configuration says so: %s', (name, expected) => {
    const requested = { environment: name, production_environment: false };
    expect(readEnvironment(requested, name)).toEqual({
      name,
      production: false,
      ...expected,
      url: url(name),
    });
  });

  it('stays production whatever its status says', () => {
    const marked = { environment: 'blue', production_environment: true };
    for (const requested of [marked, { environment: 'production' }]) {
      expect(readEnvironment(requested, 'staging')).toEqual({
        name: 'staging',
        production: true,
        url: url('staging'),
      });
    }
  });
});

describe('who deployed', () => {
  const ann = { login: 'ann', id: 1, type: 'User' };
  const bob = { login: 'bob', id: 2, type: 'User' };
  const readDeployer = (creator: object, run: object) =>
    readDeployment(deployed({ creator }, run))?.deployer?.login;

  it('is whoever started the run', () => {
    expect(readDeployer(ann, { actor: ann, triggering_actor: ann })).toBe(
      'ann',
    );
  });

  it('is nobody for a schedule, though its last author is named', () => {
    const run = { event: 'schedule', actor: ann, triggering_actor: ann };
    expect(readDeployer(ann, run)).toBe(undefined);
    expect(readDeployer({ login: 'github-actions[bot]' }, run)).toBe(
      'github-actions[bot]',
    );
  });

  it('is whoever ran a schedule again', () => {
    const run = { event: 'schedule', run_attempt: 2, actor: ann };
    expect(readDeployer(bob, { ...run, triggering_actor: bob })).toBe('bob');
    expect(readDeployer(ann, { ...run, triggering_actor: ann })).toBe('ann');
  });
});
