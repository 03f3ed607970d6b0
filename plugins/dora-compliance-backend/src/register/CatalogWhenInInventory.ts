import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  addDuration,
  type Instant,
  nodeFromEntity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { NewEntities } from './NewEntities';
import type { WhenInInventory } from './WhenInInventory';

/** A reported entity is stored within this time. */
const WITHIN = 'PT1M';

/** Queries the catalog with the credentials of the caller. */
export function catalogWhenInInventory(options: {
  catalog: CatalogService;
  newEntities: NewEntities;
  now: () => Instant;
}): WhenInInventory {
  const { catalog, newEntities, now } = options;
  return async (entityRef, credentials) => {
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    if (!entity || nodeFromEntity(entity)?.node !== 'asset') {
      return undefined;
    }
    newEntities.add([entityRef]);
    return addDuration(now(), WITHIN);
  };
}
