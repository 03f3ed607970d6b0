export { EvidenceConfirmed } from './EvidenceConfirmed';
export { Confirmation } from './governance';
export {
  ManualEvidence,
  ManualStatement,
  ReferencedDocument,
} from './ManualEvidence';
export {
  manualContents,
  ManualEvidenceType,
  manualEvidenceTypes,
} from './manualTypes';
export { DrillKind } from './operations';
export { RiskScenario } from './riskAssessment';
export { listManualFields, type ManualField } from './listManualFields';
