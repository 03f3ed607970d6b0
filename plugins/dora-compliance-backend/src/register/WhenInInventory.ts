import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * When an entity that is missing from the inventory will be in it; undefined if
 * the catalog has no such asset for the caller. Also reads the entity, as
 * somebody waits for it.
 */
export type WhenInInventory = (
  entityRef: string,
  credentials: BackstageCredentials,
) => Promise<Instant | undefined>;
