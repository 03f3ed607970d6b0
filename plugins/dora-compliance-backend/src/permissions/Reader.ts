import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { AssetCriteria, AssetRules } from './AssetRules';
import {
  type CatalogEntities,
  CatalogReader,
  isOfInventory,
} from './CatalogReader';
import { askPolicy, type Decisions } from './Decisions';
import type { Visibility } from './Visibility';

/** Whether an entity may be read. */
export type IsReadable = (entityRef: string) => boolean;

/** What a reader uses to decide. */
export type ReadableEntities = CatalogEntities & {
  /** What the permissions on assets can depend on. */
  rules: AssetRules;
};

/**
 * What one caller may read: what the catalog lets read, as far as it is no asset or an
 * asset whose compliance the caller may read. Made for one request; asks the policy
 * once, and for entities only where the policy depends on them.
 */
export class Reader {
  readonly #from: ReadableEntities;
  readonly #credentials: BackstageCredentials;
  readonly #catalog: CatalogReader;
  readonly #isExport: boolean;
  #decisions: Promise<Decisions> | undefined;

  /** @param options.isExport - the request is for a file of assets */
  constructor(
    from: ReadableEntities,
    credentials: BackstageCredentials,
    { isExport = false }: { isExport?: boolean } = {},
  ) {
    this.#from = from;
    this.#credentials = credentials;
    this.#catalog = new CatalogReader(from, credentials);
    this.#isExport = isExport;
  }

  /** The user and the groups that the caller acts for; none for a service. */
  own(): Promise<readonly string[]> {
    return this.#catalog.own();
  }

  /** Whether the policy allows this caller everything that there is. */
  async seesAll(): Promise<boolean> {
    const { catalog, read } = await this.#decide();
    return (
      catalog === AuthorizeResult.ALLOW && read.result === AuthorizeResult.ALLOW
    );
  }

  /** Whether the policy allows this caller all entities of the catalog. */
  async seesWholeCatalog(): Promise<boolean> {
    return (await this.#decide()).catalog === AuthorizeResult.ALLOW;
  }

  /** Whether the policy denies this caller the compliance of all assets. */
  async seesNoAssets(): Promise<boolean> {
    const { read } = await this.#decide();
    return read.result === AuthorizeResult.DENY;
  }

  /** Which assets may be read, as the catalog and the permission rules decide. */
  async visible(): Promise<Visibility> {
    const { catalog, read } = await this.#decide();
    if (
      catalog === AuthorizeResult.DENY ||
      read.result === AuthorizeResult.DENY
    ) {
      return [];
    }
    const listed =
      catalog === AuthorizeResult.ALLOW
        ? 'all'
        : [...(await this.#catalog.list())];
    const criteria = this.#toCriteria(read);
    return criteria ? { catalog: listed, criteria } : listed;
  }

  /**
   * Which of the assets that may be read may also be exported: `all`, `none`, or those
   * that meet criteria.
   */
  async exportable(): Promise<'all' | 'none' | AssetCriteria> {
    const { export: decision } = await this.#decide();
    return decision.result === AuthorizeResult.DENY
      ? 'none'
      : this.#toCriteria(decision) ?? 'all';
  }

  /** Whether the catalog lets read an entity, whatever may be read of its compliance. */
  async isInCatalog(entityRef: string): Promise<boolean> {
    const { catalog } = await this.#decide();
    return (await this.#catalog.find([entityRef], catalog)).has(entityRef);
  }

  /**
   * Which of some entities may be read. Callers always know their own user
   * and groups.
   */
  async readable(entityRefs: readonly string[]): Promise<IsReadable> {
    if (await this.seesAll()) {
      return () => true;
    }
    const { catalog, read } = await this.#decide();
    const refs = [...new Set(entityRefs)];
    const [listed, meetsRules] = await Promise.all([
      this.#catalog.find(refs, catalog),
      this.#followRules(refs, read),
    ]);
    return ref => listed.has(ref) && meetsRules(ref);
  }

  /**
   * What the inventory should know and does not know can't be decided: denied. Asks for
   * all entities, also for those that the catalog hides: the time that takes must not
   * tell those from entities that do not exist.
   */
  async #followRules(
    refs: readonly string[],
    decision: PolicyDecision,
  ): Promise<IsReadable> {
    if (decision.result === AuthorizeResult.ALLOW) {
      return () => true;
    }
    const ofInventory = refs.filter(isOfInventory);
    const readable = new Set(
      ofInventory.length > 0
        ? await this.#from.rules.listReadable(
            ofInventory,
            this.#toCriteria(decision),
          )
        : [],
    );
    return ref => !isOfInventory(ref) || readable.has(ref);
  }

  /** What rules ask of assets; undefined if the decision does not depend on them. */
  #toCriteria(decision: PolicyDecision): AssetCriteria | undefined {
    return decision.result === AuthorizeResult.CONDITIONAL
      ? this.#from.rules.toCriteria(decision.conditions)
      : undefined;
  }

  #decide(): Promise<Decisions> {
    this.#decisions ??= askPolicy(this.#from.permissions, this.#credentials, {
      isExport: this.#isExport,
    });
    return this.#decisions;
  }
}
