import { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** What places an asset in totals. */
export type PlacedAsset = {
  entityRef: string;
  /** Empty if nobody owns it. */
  ownerRef: string;
  /** Empty if it is part of no system. */
  systemRef: string;
  /** The place of its criticality in `Criticality`; one more if it has none. */
  rank: number;
  /** The functions it supports, directly or not. */
  functions: readonly string[];
};

/** The key of a total. The reference may be empty: nobody, or no system. */
export const scopeKeys = {
  organization: 'organization',
  owner: (ref: string) => `owner:${ref}`,
  system: (ref: string) => `system:${ref}`,
  function: (ref: string) => `function:${ref}`,
  criticality: (rank: number) =>
    `criticality:${Criticality.options[rank] ?? 'unclassified'}`,
  asset: (ref: string) => `asset:${ref}`,
};

/** The totals that an asset is part of, each once. */
export function listScopes(asset: PlacedAsset): string[] {
  const functions = asset.functions.length > 0 ? asset.functions : [''];
  return [
    scopeKeys.organization,
    scopeKeys.owner(asset.ownerRef),
    scopeKeys.system(asset.systemRef),
    scopeKeys.criticality(asset.rank),
    ...[...new Set(functions)].sort().map(scopeKeys.function),
  ];
}
