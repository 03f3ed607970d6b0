import type { Remedy } from './Remedy';

/** Something in the catalog, the code or the pipeline of the asset. */
export const byOwner: Remedy = { who: ['asset-owner'] };

/** The backend does it without a person. */
export const byItself: Remedy = {
  who: ['nobody', 'backstage-administrator'],
};

/** The source does not deliver, or its credentials may not read something. */
export const bySource: Remedy = {
  who: ['source-administrator', 'code-host-administrator'],
};

/** People and their accounts in the catalog. */
export const byCatalog: Remedy = { who: ['catalog-maintainer'] };

/** Deployed without what was needed: only a later release does better. */
export const byNextRelease: Remedy = {
  who: ['asset-owner', 'risk-function'],
  isPast: true,
};

/** Deployed without an approval that counts. */
export const byNextApproval: Remedy = {
  who: ['independent-approver', 'asset-owner', 'risk-function'],
  isPast: true,
};

/** The entity of the provider in the catalog. */
export const byProvider: Remedy = { who: ['provider-owner', 'asset-owner'] };
