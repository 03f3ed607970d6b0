import type { CompareParams } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readScope, type ScorecardScope } from '../scorecard/ScorecardScope';

/** The kinds of parts that are compared. */
export const comparisons = [
  'group',
  'system',
  'function',
  'criticality',
] as const;

export type Comparison = (typeof comparisons)[number];

/** The orders of the parts. By name at first: it is no ranking. */
export const orders = ['name', '-findings'] as const;

/** What the page shows. All of it is in its address. */
export type OrganizationAddress = {
  scope: ScorecardScope;
  by: Comparison;
  sort: NonNullable<CompareParams['sort']>;
};

/** Reads the address of the page, and changes which parts are compared, and how. */
export function useOrganizationAddress() {
  const [params, setParams] = useSearchParams();
  const address = useMemo<OrganizationAddress>(
    () => ({
      scope: readScope(params),
      by: find(comparisons, params.get('by')),
      sort: find(orders, params.get('sort')),
    }),
    [params],
  );
  const change = useCallback(
    (to: Partial<Omit<OrganizationAddress, 'scope'>>) =>
      setParams(former => {
        const next = new URLSearchParams(former);
        Object.entries(to).forEach(([name, value]) => next.set(name, value));
        return next;
      }),
    [setParams],
  );
  return { ...address, change };
}

function find<T extends string>(
  known: readonly [T, ...T[]],
  text: string | null,
): T {
  return known.find(name => name === text) ?? known[0];
}
