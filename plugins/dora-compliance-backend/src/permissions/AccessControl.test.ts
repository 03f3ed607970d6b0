import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { AccessControl } from './AccessControl';

const credentials = mockCredentials.user();

function accessUnder(decision: PolicyDecision) {
  const listReadable = jest.fn(async () => ['component:default/mine']);
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async () => [decision],
  });
  return {
    access: new AccessControl(permissions, listReadable),
    listReadable,
  };
}

describe('which assets of the inventory a caller sees', () => {
  it('are all where the policy allows', async () => {
    const { access, listReadable } = accessUnder({
      result: AuthorizeResult.ALLOW,
    });
    expect(await access.visibleAssets(credentials)).toBe('all');
    expect(listReadable).not.toHaveBeenCalled();
  });

  it('are none where the policy refuses', async () => {
    const { access } = accessUnder({ result: AuthorizeResult.DENY });
    expect(await access.visibleAssets(credentials)).toEqual([]);
  });

  it('are those the catalog lists where it hangs on the entity', async () => {
    const { access, listReadable } = accessUnder({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        resourceType: 'catalog-entity',
        params: { claims: ['user:default/mock'] },
      },
    });
    expect(await access.visibleAssets(credentials)).toEqual([
      'component:default/mine',
    ]);
    expect(listReadable).toHaveBeenCalledWith(credentials);
  });
});

it('asks for many entities at once, each once, and tells them apart', async () => {
  const authorize = jest.fn(async (requests: { resourceRef?: string }[]) =>
    requests.map(({ resourceRef }) => ({
      result: resourceRef?.endsWith('/mine')
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    })),
  );
  const permissions = mockServices.permissions.mock({
    authorize: authorize as never,
  });
  const access = new AccessControl(permissions, async () => []);
  const refs = ['component:default/mine', 'component:default/theirs'];
  expect(await access.readable([...refs, ...refs], credentials)).toEqual(
    new Set(['component:default/mine']),
  );
  expect(authorize).toHaveBeenCalledTimes(1);
  expect(authorize.mock.calls[0]?.[0]).toHaveLength(2);
});
