import type {
  IctAsset,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A group or user that may own assets. */
export type Owner = {
  kind: 'group' | 'user' | 'other';
  title: string;
  type?: string;
  /** References of direct members. */
  members: string[];
  /** References of child groups. */
  children: string[];
  /** Reference of the user that a group names as accountable. */
  accountable?: string;
};

/** Owners by their reference. */
export type Owners = Map<string, Owner>;

/** What the catalog says about the owner of an asset. */
export function describeOwnership(
  asset: IctAsset,
  owners: Owners,
): Predicate<'ownership-observed'> {
  const { entityRef, ownerRef } = asset;
  const owner = ownerRef ? owners.get(ownerRef) : undefined;
  return {
    entityRef,
    ...(ownerRef && { ownerRef }),
    ...(ownerRef &&
      owner && {
        owner: {
          kind: owner.kind,
          title: owner.title,
          ...(owner.type && { type: owner.type }),
          memberCount: findMembers(ownerRef, owners).size,
          ...(owner.accountable && {
            accountable: {
              personRef: owner.accountable,
              exists: owners.get(owner.accountable)?.kind === 'user',
            },
          }),
        },
      }),
  };
}

/** Users that exist and belong to a group or one of its child groups. */
function findMembers(groupRef: string, owners: Owners): Set<string> {
  const members = new Set<string>();
  const seen = new Set<string>();
  const open = [groupRef];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (!seen.has(ref)) {
      seen.add(ref);
      const group = owners.get(ref);
      group?.members
        .filter(member => owners.get(member)?.kind === 'user')
        .forEach(member => members.add(member));
      open.push(...(group?.children ?? []));
    }
  }
  return members;
}
