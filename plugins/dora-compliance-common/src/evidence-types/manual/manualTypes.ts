import { z } from 'zod';
import {
  FrameworkReview,
  ProviderAssessment,
  Recertification,
  RetentionSchedule,
  StoreCheck,
} from './governance';
import { ManualEvidence } from './ManualEvidence';
import {
  Backup,
  Baseline,
  DetectionRules,
  Drill,
  Emergency,
  ProductionAccess,
} from './operations';
import { AcceptedRisk, RiskAssessment } from './riskAssessment';

/**
 * What each type of manual evidence says, as it is recorded.
 *
 * @public
 */
export const manualContents = {
  'access-recertified': Recertification,
  'backup-completed': Backup,
  'detection-rules-recorded': DetectionRules,
  'drill-completed': Drill,
  'emergency-declared': Emergency,
  'environment-baseline': Baseline,
  'evidence-store-checked': StoreCheck,
  'framework-reviewed': FrameworkReview,
  'production-access-reviewed': ProductionAccess,
  'provider-assessed': ProviderAssessment,
  'retention-approved': RetentionSchedule,
  'risk-accepted': AcceptedRisk,
  'risk-assessment-recorded': RiskAssessment,
} as const;

/** @public */
export type ManualEvidenceType = keyof typeof manualContents;

/**
 * The types of evidence that people and other systems record through the API.
 *
 * @public
 */
export const ManualEvidenceType = z.enum(
  Object.keys(manualContents) as [ManualEvidenceType, ...ManualEvidenceType[]],
);

/** The same as evidence: with the asset, and with who recorded it. */
export const manualEvidenceTypes = {
  'access-recertified': ManualEvidence.extend(Recertification.shape),
  'backup-completed': ManualEvidence.extend(Backup.shape),
  'detection-rules-recorded': ManualEvidence.extend(DetectionRules.shape),
  'drill-completed': ManualEvidence.extend(Drill.shape),
  'emergency-declared': ManualEvidence.extend(Emergency.shape),
  'environment-baseline': ManualEvidence.extend(Baseline.shape),
  'evidence-store-checked': ManualEvidence.extend(StoreCheck.shape),
  'framework-reviewed': ManualEvidence.extend(FrameworkReview.shape),
  'production-access-reviewed': ManualEvidence.extend(ProductionAccess.shape),
  'provider-assessed': ManualEvidence.extend(ProviderAssessment.shape),
  'retention-approved': ManualEvidence.extend(RetentionSchedule.shape),
  'risk-accepted': ManualEvidence.extend(AcceptedRisk.shape),
  'risk-assessment-recorded': ManualEvidence.extend(RiskAssessment.shape),
} as const satisfies Record<ManualEvidenceType, z.ZodObject>;
