import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { AccessControl } from './AccessControl';

const credentials = mockCredentials.user();
const mine = 'component:default/mine';
const theirs = 'component:default/theirs';
const team = 'group:default/team';

const conditional: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: { claims: ['user:default/mock'] },
  },
};

function readerUnder(decision: PolicyDecision) {
  const list = jest.fn(async () => [mine]);
  const own = jest.fn(async () => [team]);
  const authorizeConditional = jest.fn(async () => [decision]);
  const authorize = jest.fn(async (requests: { resourceRef?: string }[]) =>
    requests.map(({ resourceRef }) => ({
      result:
        resourceRef === mine ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    })),
  );
  const permissions = mockServices.permissions.mock({
    authorizeConditional,
    authorize: authorize as never,
  });
  const access = new AccessControl({ permissions, list, own });
  const reader = access.createReader(credentials);
  return { reader, list, own, authorize, authorizeConditional };
}

describe('what a reader may read', () => {
  it('is all where the policy allows, without asking for entities', async () => {
    const { reader, list, own, authorize, authorizeConditional } = readerUnder({
      result: AuthorizeResult.ALLOW,
    });
    expect(await reader.visible()).toBe('all');
    expect(await reader.seesAll()).toBe(true);
    expect((await reader.readable([mine, team]))(team)).toBe(true);
    expect(list).not.toHaveBeenCalled();
    expect(own).not.toHaveBeenCalled();
    expect(authorize).not.toHaveBeenCalled();
    expect(authorizeConditional).toHaveBeenCalledTimes(1);
  });

  it('is nothing where the policy refuses', async () => {
    const { reader } = readerUnder({ result: AuthorizeResult.DENY });
    expect(await reader.visible()).toEqual([]);
    expect((await reader.readable([mine]))(mine)).toBe(false);
  });

  it('is what the catalog lists where it depends on the entity', async () => {
    const { reader, list } = readerUnder(conditional);
    expect(await reader.visible()).toEqual([mine]);
    expect(await reader.visible()).toEqual([mine]);
    expect(list).toHaveBeenCalledTimes(1);
    expect(list).toHaveBeenCalledWith(credentials);
  });

  it('is asked for in one request, each entity once', async () => {
    const { reader, authorize } = readerUnder(conditional);
    const isReadable = await reader.readable([mine, theirs, mine, theirs]);
    expect([mine, theirs].map(isReadable)).toEqual([true, false]);
    expect(authorize).toHaveBeenCalledTimes(1);
    expect(authorize.mock.calls[0]?.[0]).toHaveLength(2);
  });

  it('is not asked for again once the catalog listed it', async () => {
    const { reader, authorize } = readerUnder(conditional);
    await reader.visible();
    const isReadable = await reader.readable([mine, theirs]);
    expect([mine, theirs].map(isReadable)).toEqual([true, false]);
    expect(authorize).not.toHaveBeenCalled();
  });

  it('are the own groups in any case', async () => {
    const { reader, own } = readerUnder(conditional);
    const isReadable = await reader.readable([team, 'group:default/other']);
    expect(isReadable(team)).toBe(true);
    expect(isReadable('group:default/other')).toBe(false);
    expect(own).toHaveBeenCalledWith(credentials);
  });
});
