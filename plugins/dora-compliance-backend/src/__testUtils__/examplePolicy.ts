import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  assetExportPermission,
  assetReadPermission,
  assetReviewPermission,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  createIctAssetConditionalDecision,
  ictAssetConditions,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

const AUDITORS = 'group:default/internal-audit';
const CONTRACTORS = 'group:default/contractors';

const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;

export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'policy',
  register(env) {
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ policy, userInfo }) {
        policy.setPolicy({
          async handle({ permission }, user) {
            const claims = user
              ? (await userInfo.getUserInfo(user.credentials))
                  .ownershipEntityRefs
              : [];
            // People review only what their teams own.
            if (isPermission(permission, assetReviewPermission)) {
              return createIctAssetConditionalDecision(
                permission,
                ictAssetConditions.isOwner({ claims }),
              );
            }
            // Only auditors export.
            if (isPermission(permission, assetExportPermission)) {
              return claims.includes(AUDITORS) ? ALLOW : DENY;
            }
            // Contractors read nothing that a critical function depends on.
            if (
              isPermission(permission, assetReadPermission) &&
              claims.includes(CONTRACTORS)
            ) {
              return createIctAssetConditionalDecision(permission, {
                not: ictAssetConditions.hasCriticality({
                  levels: ['critical-or-important', 'unclassified'],
                }),
              });
            }
            return ALLOW;
          },
        });
      },
    });
  },
});
