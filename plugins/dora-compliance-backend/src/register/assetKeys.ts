export {
  keysOfAsset,
  organizationKey,
  organizationKeys,
  repositoryKeys,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
