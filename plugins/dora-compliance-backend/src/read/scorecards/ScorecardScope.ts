import {
  Criticality,
  type ScopeKind,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Visibility } from '../../permissions/Visibility';
import { scopeKeys } from '../../scores/scopes';

/** What belongs to no part of a kind. */
export const NONE = 'none';

/** What a scorecard is about, and which of its assets the caller may read. */
export type ScorecardScope = {
  of: ScopeKind;
  /** Empty for the organization. */
  ref: string;
  /** Of a group: it and the groups below it; empty if nobody owns the assets. */
  owners: readonly string[];
  /** Of a domain: its systems, and those of the domains below it. */
  systems?: readonly string[];
  visible: Visibility;
};

/**
 * Whether stored totals have the numbers of a scope: not for somebody who may read
 * only some assets, and not for a single asset.
 */
export function hasTotals({ of, visible }: ScorecardScope): boolean {
  return visible === 'all' && of !== 'asset';
}

/** The totals whose sum is that of the scope. */
export function listTotals({
  of,
  ref,
  owners,
  systems = [],
}: ScorecardScope): string[] {
  const name = ref === NONE ? '' : ref;
  switch (of) {
    case 'organization':
      return [scopeKeys.organization];
    case 'group':
      return owners.map(scopeKeys.owner);
    case 'domain':
      return systems.map(scopeKeys.system);
    case 'criticality':
      return [scopeKeys.criticality(readRank(ref))];
    default:
      return [scopeKeys[of](name)];
  }
}

/** The place of a level of criticality; the last one is that of no level. */
export function readRank(level: string): number {
  const rank = (Criticality.options as readonly string[]).indexOf(level);
  return rank < 0 ? Criticality.options.length : rank;
}
