import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * When an entity that is not in the inventory will be; undefined when the
 * catalog has no such asset for the caller. Somebody waits for it, so it is
 * taken up, too.
 */
export type WhenInInventory = (
  entityRef: string,
  credentials: BackstageCredentials,
) => Promise<Instant | undefined>;
