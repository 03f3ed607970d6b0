import { operations } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Router } from 'express';
import type { ControlCatalogue } from '../assess/ControlCatalogue';
import type { ControlDescriptions } from '../read/compliance/ControlDescriptions';
import { describePolicies } from '../read/policies/describePolicies';
import type { Policy } from '../read/policies/policySettings';
import { errorDetail } from '../read/errorDetail';
import { bindOperation, type Guards } from './bindOperation';
import { Fault } from './Fault';

/** What the operations on the controls themselves use. */
export type CatalogueRouterOptions = {
  controls: ControlCatalogue;
  descriptions: ControlDescriptions;
  /** Those of the organization; none by default. */
  policies?: readonly Policy[];
};

/** Operations on the controls themselves. */
export function bindCatalogueOperations(
  router: Router,
  options: Guards & CatalogueRouterOptions,
): void {
  const { controls, descriptions, policies = [] } = options;
  bindOperation(router, options, operations.listControls, async () => ({
    items: [...controls.values()].map(({ control }) => control),
  }));
  bindOperation(
    router,
    options,
    operations.listPolicies,
    async ({ reader }) => ({
      items: await describePolicies(policies, { controls, reader }),
    }),
  );
  bindOperation(
    router,
    options,
    operations.describeControl,
    async ({ controlId }) => {
      const found = descriptions.describe(controlId);
      if (!found) {
        const detail = errorDetail('control-unknown', { controlId });
        throw new Fault('control-unknown', detail);
      }
      return found;
    },
  );
}
