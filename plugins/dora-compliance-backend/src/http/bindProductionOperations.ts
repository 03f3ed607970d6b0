import {
  type Instant,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Router } from 'express';
import type { ProductionChanges } from '../read/production/ProductionChanges';
import { bindOperation, type Guards } from './bindOperation';
import { unknownAsset } from './unknownAsset';

/** What the operations on deployments use. */
export type ProductionRouterOptions = {
  production: ProductionChanges;
  now: () => Instant;
};

/** Operations on what was deployed to production. */
export function bindProductionOperations(
  router: Router,
  options: Guards & ProductionRouterOptions,
): void {
  const { production, now } = options;
  bindOperation(
    router,
    options,
    operations.listProductionChanges,
    async ({ entityRef, reader }) =>
      (await production.list(entityRef, now(), reader)) ??
      unknownAsset(entityRef),
  );
  bindOperation(
    router,
    options,
    operations.readProductionChange,
    async ({ entityRef, deployment: id, environment, at, reader }) =>
      (await production.find(
        entityRef,
        { id, environment, at },
        now(),
        reader,
      )) ?? unknownAsset(entityRef),
  );
}
