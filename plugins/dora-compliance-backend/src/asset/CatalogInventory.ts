import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  isGroupEntity,
  isUserEntity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  accountsOf,
  INVENTORY_KINDS,
  nodeFromEntity,
  type UserAccounts,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { UserDirectory } from '../people/UserDirectory';
import type { Inventory, InventoryItem } from './Inventory';
import { describeOwnership, type Owners } from './ownership';

/** How the catalog is asked: what is needed, and no count, which is dear. */
const page = {
  limit: 500,
  totalItems: 'exclude' as const,
  fields: [
    'kind',
    'metadata.name',
    'metadata.namespace',
    'metadata.title',
    'metadata.annotations',
    'spec',
    'relations',
  ],
};

/** The Backstage catalog: ICT assets, what stands around them, and users. */
export class CatalogInventory implements Inventory, UserDirectory {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  async *pages(): AsyncIterable<InventoryItem[]> {
    const owners = await this.#readOwners();
    for await (const entities of this.#query(INVENTORY_KINDS)) {
      yield entities.flatMap(entity => {
        const node = nodeFromEntity(entity);
        if (node?.node === 'asset') {
          const ownership = describeOwnership(node.asset, owners);
          return { node, ownership };
        }
        return node ? { node } : [];
      });
    }
  }

  async *users(): AsyncIterable<UserAccounts[]> {
    for await (const entities of this.#query(['user'])) {
      yield entities.map(accountsOf);
    }
  }

  async #readOwners(): Promise<Owners> {
    const owners: Owners = new Map();
    for await (const entities of this.#query(['group', 'user'])) {
      for (const entity of entities) {
        owners.set(stringifyEntityRef(entity), {
          kind: ownerKind(entity),
          title: titleOf(entity),
          type: isGroupEntity(entity) ? entity.spec.type : undefined,
          members: related(entity, 'hasMember'),
          children: related(entity, 'parentOf'),
        });
      }
    }
    return owners;
  }

  async *#query(kinds: string[]): AsyncIterable<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    let cursor: string | undefined;
    do {
      const { items, pageInfo } = await this.#catalog.queryEntities(
        cursor
          ? { ...page, cursor }
          : { ...page, filter: kinds.map(kind => ({ kind })) },
        { credentials },
      );
      yield items;
      cursor = pageInfo.nextCursor;
    } while (cursor);
  }
}

function ownerKind(entity: Entity) {
  if (isGroupEntity(entity)) {
    return 'group' as const;
  }
  return isUserEntity(entity) ? ('user' as const) : ('other' as const);
}

function titleOf(entity: Entity): string {
  const profile = entity.spec?.profile as { displayName?: unknown } | undefined;
  return typeof profile?.displayName === 'string'
    ? profile.displayName
    : entity.metadata.title ?? entity.metadata.name;
}

function related(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
}
