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
  ComplianceActionsHomeCard,
  ComplianceSearchResultListItem,
  EntityComplianceCard,
  EntityDeclaredCard,
  EntityIctAssetCard,
  EntityPartCard,
  TeamComplianceHomeCard,
} from './cards';
export {
  PoliciesPage,
  AuditQuestionsPage,
  ComplianceActionsPage,
  ControlsPage,
  doraCompliancePlugin,
  EntityComplianceContent,
  EntityIctDependenciesContent,
  EntityTeamScorecardContent,
  EvidenceSourcesPage,
  IctInventoryPage,
  OrganizationScorecardPage,
} from './plugin';
export { doraComplianceTranslationRef } from './translation/doraComplianceTranslationRef';
