import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import personas from './personas';

const ANNA = 'user:default/anna-lindqvist';

async function startAuth(settings: object) {
  const { server } = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth: { providers: { personas: settings } },
        },
      }),
      authPlugin,
      personas,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name: 'anna-lindqvist', namespace: 'default' },
            spec: {},
            relations: [
              { type: 'memberOf', targetRef: 'group:default/payments-core' },
            ],
          },
        ],
      }),
    ],
  });
  return async (persona?: string) => {
    const response = await fetch(
      `http://localhost:${server.port()}/api/auth/personas/refresh`,
      { headers: persona ? { 'x-persona': persona } : {} },
    );
    return { status: response.status, body: await response.json() };
  };
}

describe('signing in as a person of the example bank', () => {
  const environment = process.env.NODE_ENV;
  afterEach(() => {
    process.env = { ...process.env, NODE_ENV: environment };
  });

  it('owns what the groups of the person own', async () => {
    const refresh = await startAuth({ users: [{ entityRef: ANNA }] });
    const { status, body } = await refresh(ANNA);
    expect(status).toBe(200);
    expect(body.backstageIdentity.identity).toEqual({
      type: 'user',
      userEntityRef: ANNA,
      ownershipEntityRefs: [ANNA, 'group:default/payments-core'],
    });
  });

  it.each([undefined, 'user:default/eve', 'group:default/payments-core'])(
    'is refused for %s',
    async persona => {
      const refresh = await startAuth({ users: [{ entityRef: ANNA }] });
      expect((await refresh(persona)).status).toBe(401);
    },
  );

  it('does not start in production', async () => {
    process.env = { ...process.env, NODE_ENV: 'production' };
    await expect(startAuth({ users: [] })).rejects.toThrow(
      'auth.providers.personas signs anybody in without a password',
    );
  });
});
