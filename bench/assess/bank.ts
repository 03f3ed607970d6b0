import type {
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { InventoryItem } from '../../plugins/dora-compliance-backend/src/register/Inventory';

/** The levels of criticality, in turns. */
const LEVELS = ['critical-or-important', 'important', 'standard'] as const;

const TEAMS = 200;

/** Owner and name of the repository of the nth asset. */
export const buildSlug = (n: number) => `bank/service-${n}`;

export const buildRepositoryUrl = (n: number) =>
  `https://github.com/${buildSlug(n)}`;

export const toServiceRef = (n: number) => `component:default/service-${n}`;

/** The nth asset. The record of every fifth one has gaps. */
function createAsset(n: number, now: Instant): IctAsset {
  const complete = n % 5 !== 0;
  return {
    entityRef: toServiceRef(n),
    id: `urn:bank:service-${n}`,
    kind: 'component',
    title: `Service ${n}`,
    type: 'service',
    lifecycle: 'production',
    ownerRef: `group:default/team-${n % TEAMS}`,
    repositories: [buildRepositoryUrl(n)],
    linked: true,
    declared: {
      location: 'aws:eu-central-1',
      classification: { criticality: LEVELS[n % LEVELS.length]! },
      ...(complete && { functions: [], standalone: true }),
      continuity: { rto: 'PT4H', rpo: 'PT1H' },
      exposure: { level: 'none' },
      support: { notApplicable: 'written by ourselves' },
      lastReview: now.slice(0, 10) as never,
    },
    problems: [],
  };
}

/** The nth asset and its owner, as the catalog would describe them. */
export function createItem(n: number, now: Instant): InventoryItem {
  const asset = createAsset(n, now);
  const { entityRef, title, ownerRef } = asset;
  return {
    node: { node: 'asset', entityRef, title, links: [], asset },
    ownership: {
      entityRef,
      ownerRef,
      owner: { kind: 'group', title: `Team ${n % TEAMS}`, memberCount: n % 7 },
    },
  };
}
