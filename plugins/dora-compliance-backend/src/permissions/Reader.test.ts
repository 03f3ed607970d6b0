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
  const authorizeConditional = jest.fn(async () => [
    decision,
    { result: AuthorizeResult.ALLOW },
  ]);
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
  const rules = undefined as never;
  const access = new AccessControl({ permissions, list, own, rules });
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

describe('conditions on assets', () => {
  const conditions = { rule: 'R', resourceType: 'r', params: {} };
  const criteria = { property: 'owner' as const, values: ['group:default/a'] };
  const system = 'system:default/core';

  function ruledBy(read: object, readable: string[] = []) {
    const asked = jest.fn(async (_: { permission: { name: string } }[]) => [
      { result: AuthorizeResult.ALLOW },
      read,
      read,
    ]);
    const listReadable = jest.fn(async () => readable);
    const reader = new AccessControl({
      permissions: mockServices.permissions.mock({
        authorizeConditional: asked as never,
      }),
      list: async () => [],
      own: async () => [],
      rules: { toCriteria: () => criteria, listReadable },
    }).createReader(credentials, { isExport: true });
    return { reader, asked, listReadable };
  }
  const depends = { result: AuthorizeResult.CONDITIONAL, conditions };

  it('are asked for once, with everything else', async () => {
    const { reader, asked } = ruledBy(depends);
    expect(await reader.seesAll()).toBe(false);
    expect(await reader.visible()).toEqual({ catalog: 'all', criteria });
    expect(await reader.exportable()).toEqual(criteria);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(
      asked.mock.calls[0]![0].map(({ permission }) => permission.name),
    ).toEqual([
      'catalog.entity.read',
      'dora-compliance.asset.read',
      'dora-compliance.asset.export',
    ]);
  });

  it('hide assets, and not groups', async () => {
    const { reader, listReadable } = ruledBy(depends, [mine, system]);
    const isReadable = await reader.readable([mine, theirs, system, team]);
    expect([mine, theirs, system, team].map(isReadable)).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(listReadable).toHaveBeenCalledWith([mine, theirs, system], criteria);
    expect(await reader.isInCatalog(theirs)).toBe(true);
  });

  it('that are denied show no asset', async () => {
    const { reader, listReadable } = ruledBy({ result: AuthorizeResult.DENY }, [
      system,
    ]);
    expect(await reader.visible()).toEqual([]);
    expect(await reader.seesNoAssets()).toBe(true);
    expect(await reader.exportable()).toBe('none');
    const isReadable = await reader.readable([mine, system]);
    expect([mine, system].map(isReadable)).toEqual([false, true]);
    expect(listReadable).toHaveBeenCalledWith([mine, system], undefined);
  });
});
