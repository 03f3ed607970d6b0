export {
  ANNOTATION_ACCOUNTABLE,
  ANNOTATION_DECLARATION,
  ANNOTATION_REPOSITORY,
  LABEL_CRITICALITY,
} from './annotations';
export { AssetDeclaration } from './AssetDeclaration';
export { assetFromEntity } from './assetFromEntity';
export {
  findOrganization,
  keysOfAsset,
  listOrganizations,
  organizationKey,
  organizationKeys,
  repositoryKeys,
} from './assetKeys';
export {
  missingFields,
  RecordField,
  recordFields,
  type RecordSurroundings,
} from './AssetRecord';
export {
  criticalityOfFunction,
  FUNCTION_TYPE,
  FunctionDeclaration,
} from './BusinessFunction';
export { compareCriticality, Criticality } from './Criticality';
export { type Declaration, findDeclaration } from './findDeclaration';
export { CHANGED_ENTITIES_TOPIC, ChangedEntities } from './ChangedEntities';
export { DISCOVERY_TOPIC, DiscoveryReport } from './DiscoveryReport';
export {
  EffectiveCriticality,
  isDeclaredBelowComputed,
} from './EffectiveCriticality';
export { EntityRefText, fullEntityRef, readEntityRef } from './EntityRefText';
export { IctAsset } from './IctAsset';
export { isLei, PROVIDER_TYPE, ProviderDeclaration } from './IctProvider';
export { InventoryNode, Link, LinkRelation } from './inventoryNode';
export { isPlaceholder, isReason } from './placeholder';
export { recordDigest } from './recordDigest';
export { reviewDueOn } from './reviewDueOn';
export { INVENTORY_KINDS, nodeFromEntity } from './nodeFromEntity';
export { ProviderFact } from './ProviderFact';
export {
  PIPELINE_TYPE,
  PipelineDeclaration,
  pipelineUrn,
  UNINVENTORIED_DAYS,
} from './PipelineDeclaration';
export {
  brokenRule,
  DeclarationProblem,
  explainProblem,
  explainRule,
  readDeclaration,
} from './readDeclaration';
