import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ScopeKind } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { RegisterStore } from '../../register/RegisterStore';
import type { Reader } from '../../permissions/Reader';
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
export type NamedScope = ScorecardScope & { title?: string };

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
  readonly #register: Pick<RegisterStore, 'names'>;

  constructor(options: {
    groups: GroupTree;
    register: Pick<RegisterStore, 'names'>;
  }) {
    this.#groups = options.groups;
    this.#register = options.register;
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
    if (ref === NONE && of !== 'asset') {
      return { ...scope, owners: of === 'group' ? [''] : [] };
    }
    if (of === 'group') {
      const owners = await this.#groups.listWithin([ref], credentials);
      return owners.length > 0 ? { ...scope, owners } : refuse(of, asked);
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
