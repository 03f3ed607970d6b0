import {
  type ScopeKind,
  ScopeKind as ScopeKinds,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The organization, or a part of it. */
export type ScorecardScope = {
  of: ScopeKind;
  /** Absent for the organization. `none`: what belongs to no part. */
  ref?: string;
};

/** What has no owner, no system, or no function. */
export const NONE = 'none';

const organization: ScorecardScope = { of: 'organization' };

/** Reads a scope from an address; without a complete one, it is the organization. */
export function readScope(params: URLSearchParams): ScorecardScope {
  const of = ScopeKinds.safeParse(params.get('of'));
  const ref = params.get('ref');
  return of.success && of.data !== 'organization' && ref
    ? { of: of.data, ref }
    : organization;
}

/** The address of the scorecard of a part of the organization, on the same page. */
export function addressOfScope({ of, ref = NONE }: ScorecardScope): string {
  return `?${new URLSearchParams({ of, ref })}`;
}
