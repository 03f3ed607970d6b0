/**
 * The ICT inventory, evidence sources, entity tabs and cards of DORA
 * compliance for the legacy frontend system. `./alpha` has them for the new one.
 *
 * @packageDocumentation
 */
export { createComplianceColumn } from './catalog/createComplianceColumn';
export { createCriticalityColumn } from './catalog/createCriticalityColumn';
export { CriticalityPicker } from './catalog/CriticalityPicker';
export {
  isComplianceAvailable,
  isFunctionOrProvider,
  isOrganizationPart,
} from './isComplianceAvailable';
export {
  AuditQuestionsPage,
  ControlsPage,
  doraCompliancePlugin,
  EntityComplianceCard,
  EntityComplianceContent,
  EntityDeclaredCard,
  EntityIctAssetCard,
  EntityIctDependenciesContent,
  EntityPartCard,
  ComplianceActionsHomeCard,
  ComplianceActionsPage,
  ComplianceSearchResultListItem,
  EntityTeamScorecardContent,
  EvidenceSourcesPage,
  IctInventoryPage,
  OrganizationScorecardPage,
  TeamComplianceHomeCard,
} from './plugin';
export { doraComplianceTranslationRef } from './translation/doraComplianceTranslationRef';
