import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  assetExportPermission,
  assetReadPermission,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** What the policy decides for a caller. */
export type Decisions = {
  catalog: PolicyDecision['result'];
  read: PolicyDecision;
  /** Denied if it was not asked for. */
  export: PolicyDecision;
};

const DENIED: PolicyDecision = { result: AuthorizeResult.DENY };

/** Asks the policy for everything in one request. */
export async function askPolicy(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
  { isExport }: { isExport: boolean },
): Promise<Decisions> {
  const [catalog, read = DENIED, exporting = DENIED] =
    await permissions.authorizeConditional(
      [
        { permission: catalogEntityReadPermission },
        { permission: assetReadPermission },
        ...(isExport ? [{ permission: assetExportPermission }] : []),
      ],
      { credentials },
    );
  return {
    catalog: catalog?.result ?? AuthorizeResult.DENY,
    read,
    export: exporting,
  };
}
