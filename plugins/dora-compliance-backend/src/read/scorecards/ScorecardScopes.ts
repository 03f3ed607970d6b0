import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ScopeKind } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { RegisterStore } from '../../register/RegisterStore';
import type { Reader } from '../../permissions/Reader';
import type { Visibility } from '../../permissions/Visibility';
import type { DomainTree } from './DomainTree';
import type { GroupTree } from './GroupTree';
import { NONE, type ScorecardScope } from './ScorecardScope';

/** What a request asks about, and who asks. */
type AskedScope = {
  of: ScopeKind;
  ref?: string | undefined;
  reader: Reader;
  credentials: BackstageCredentials;
};

/** A scope, and what it is called. */
export type NamedScope = ScorecardScope & {
  title?: string;
  /** Assets name this owner, and the catalog has no such entity. */
  notInCatalog?: true;
};

/** What the inventory knows of owners. */
type OwnersOfAssets = {
  /** Whether an entity owns an asset that may be read. */
  ownsAssets(ownerRef: string, visible: Visibility): Promise<boolean>;
};

/** There is no such part of the organization, or the caller may not read it. */
export class ScopeUnknownError extends Error {
  readonly scope: { of: string; ref: string };

  constructor(of: ScopeKind, ref: string) {
    super(`There is no ${of} ${ref}`);
    this.scope = { of, ref };
  }
}

/** Finds what a scorecard is about. */
export class ScorecardScopes {
  readonly #groups: GroupTree;
  readonly #domains: DomainTree;
  readonly #register: Pick<RegisterStore, 'names'>;
  readonly #owners: OwnersOfAssets;

  constructor(options: {
    groups: GroupTree;
    domains: DomainTree;
    register: Pick<RegisterStore, 'names'>;
    scorecards: OwnersOfAssets;
  }) {
    this.#groups = options.groups;
    this.#domains = options.domains;
    this.#register = options.register;
    this.#owners = options.scorecards;
  }

  /** @throws ScopeUnknownError if it does not exist, or may not be read */
  async find({
    of,
    ref: asked = '',
    reader,
    credentials,
  }: AskedScope): Promise<NamedScope> {
    const ref = asked.toLowerCase();
    const scope = { of, ref, owners: [], visible: await reader.visible() };
    if (of === 'organization') {
      return { ...scope, ref: '' };
    }
    if (of === 'criticality') {
      return requireLevel(ref) ? scope : refuse(of, asked);
    }
    if (of === 'domain') {
      const systems = await this.#domains.listSystems(ref, credentials);
      return systems ? { ...scope, systems } : refuse(of, asked);
    }
    if (ref === NONE && of !== 'asset') {
      return { ...scope, owners: of === 'group' ? [''] : [] };
    }
    if (of === 'group') {
      const owners = await this.#groups.listWithin([ref], credentials);
      return owners.length > 0
        ? { ...scope, owners }
        : this.#findGone(scope, asked, reader);
    }
    return this.#findNode(scope, asked, reader);
  }

  /** The caller, the groups of the caller, and the groups below them. */
  async findOwn({
    reader,
    credentials,
  }: Pick<AskedScope, 'reader' | 'credentials'>): Promise<string[]> {
    const own = await reader.own();
    const groups = own.filter(ref => ref.startsWith('group:'));
    const within = await this.#groups.listWithin(groups, credentials);
    return [...new Set([...own, ...within])];
  }

  /** Those of some owners that are not in the catalog. */
  async listGone(
    ownerRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const known = await this.#groups.listKnown(ownerRefs, credentials);
    return new Set(ownerRefs.filter(ref => !known.has(ref)));
  }

  /**
   * An owner that assets name and that is not in the catalog. Who may not read the whole
   * catalog can't know whether it is gone or hidden.
   */
  async #findGone(
    scope: NamedScope,
    asked: string,
    reader: Reader,
  ): Promise<NamedScope> {
    const isGone =
      (await reader.seesWholeCatalog()) &&
      (await this.#owners.ownsAssets(scope.ref, scope.visible));
    return isGone
      ? { ...scope, owners: [scope.ref], notInCatalog: true }
      : refuse(scope.of, asked);
  }

  async #findNode(
    scope: ScorecardScope,
    asked: string,
    reader: Reader,
  ): Promise<NamedScope> {
    const [names, isReadable] = await Promise.all([
      this.#register.names([scope.ref]),
      reader.readable([scope.ref]),
    ]);
    const named = names.get(scope.ref);
    if (named?.node !== scope.of || !isReadable(scope.ref)) {
      return refuse(scope.of, asked);
    }
    return { ...scope, title: named.title };
  }
}

function requireLevel(ref: string): boolean {
  return [...Criticality.options, 'unclassified'].includes(ref);
}

function refuse(of: ScopeKind, ref: string): never {
  throw new ScopeUnknownError(of, ref);
}
