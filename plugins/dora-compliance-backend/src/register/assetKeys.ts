export {
  keysOfAsset,
  repositoryKeys,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
