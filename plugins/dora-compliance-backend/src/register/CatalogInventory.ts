import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  isGroupEntity,
  isUserEntity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_ACCOUNTABLE,
  readAccounts,
  readEntityRef,
  INVENTORY_KINDS,
  nodeFromEntity,
  type UserAccounts,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { inChunks } from '../kernel/database/columns';
import type { UserDirectory } from '../people/UserDirectory';
import type { Inventory, InventoryItem } from './Inventory';
import { describeOwnership, type Owner, type Owners } from './ownership';
import { storable } from './storable';

/** The fields of an entity that are read. */
const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'spec',
  'relations',
];

/** Catalog queries skip the count, which is expensive. */
const page = { limit: 500, totalItems: 'exclude' as const, fields };

/** Nested groups are followed no deeper than this. */
const DEEPEST_GROUP = 20;

/** The Backstage catalog: ICT assets, related entities, and users. */
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
      yield entities.flatMap(entity => toItems(entity, owners));
    }
  }

  async find(entityRefs: readonly string[]): Promise<InventoryItem[]> {
    const entities = await this.#find(entityRefs);
    const none: Owners = new Map();
    const refs = entities.flatMap(entity =>
      toItems(entity, none).flatMap(({ node }) =>
        node.node === 'asset' ? node.asset.ownerRef ?? [] : [],
      ),
    );
    const owners = await this.#findOwners(refs);
    return entities.flatMap(entity => toItems(entity, owners));
  }

  async *users(): AsyncIterable<UserAccounts[]> {
    for await (const entities of this.#query(['user'])) {
      yield entities.map(readAccounts);
    }
  }

  async #readOwners(): Promise<Owners> {
    const owners: Owners = new Map();
    for await (const entities of this.#query(['group', 'user'])) {
      for (const entity of entities) {
        owners.set(stringifyEntityRef(entity), toOwner(entity));
      }
    }
    return owners;
  }

  /** Some owners, and all members. */
  async #findOwners(refs: readonly string[]): Promise<Owners> {
    const owners: Owners = new Map();
    let open = [...new Set(refs)];
    for (let depth = 0; open.length > 0 && depth < DEEPEST_GROUP; depth += 1) {
      const found = await this.#find(open);
      found.forEach(entity =>
        owners.set(stringifyEntityRef(entity), toOwner(entity)),
      );
      const next = found
        .map(toOwner)
        .flatMap(({ members, children, accountable }) => [
          ...members,
          ...children,
          ...(accountable && readEntityRef(accountable, 'user', 'default')
            ? [accountable]
            : []),
        ]);
      open = [...new Set(next)].filter(ref => !owners.has(ref));
    }
    return owners;
  }

  async #find(entityRefs: readonly string[]): Promise<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const found: Entity[] = [];
    for (const chunk of inChunks(entityRefs, page.limit)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: chunk, fields },
        { credentials },
      );
      found.push(...items.flatMap(item => (item ? storable(item) : [])));
    }
    return found;
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
      yield items.map(storable);
      cursor = pageInfo.nextCursor;
    } while (cursor);
  }
}

function toItems(entity: Entity, owners: Owners): InventoryItem[] {
  const node = nodeFromEntity(entity);
  if (node?.node === 'asset') {
    return [{ node, ownership: describeOwnership(node.asset, owners) }];
  }
  return node ? [{ node }] : [];
}

function toOwner(entity: Entity): Owner {
  const accountable = isGroupEntity(entity) && readAccountable(entity);
  return {
    ...(accountable && { accountable }),
    kind: ownerKind(entity),
    title: readTitle(entity),
    type: isGroupEntity(entity) ? entity.spec.type : undefined,
    members: related(entity, 'hasMember'),
    children: related(entity, 'parentOf'),
  };
}

/** What can't be a reference stays as it is: no user has it. */
function readAccountable({ metadata }: Entity): string | undefined {
  const { annotations, namespace = 'default' } = metadata;
  const text = annotations?.[ANNOTATION_ACCOUNTABLE];
  return text && (readEntityRef(text, 'user', namespace) ?? text);
}

function ownerKind(entity: Entity) {
  if (isGroupEntity(entity)) {
    return 'group' as const;
  }
  return isUserEntity(entity) ? ('user' as const) : ('other' as const);
}

function readTitle(entity: Entity): string {
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
