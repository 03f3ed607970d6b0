import type {
  DrillKind,
  ManualEvidenceType,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Drills at the start of a title. */
export const drills: Readonly<Record<DrillKind, string>> = {
  'fall-back': 'Rollback drill',
  restore: 'Restore drill',
  exit: 'Exit drill',
  'provider-outage': 'Provider outage drill',
  detection: 'Detection test',
  'security-test': 'Security test',
};

/** What somebody records, within a sentence. */
export const manualEvidence: Readonly<Record<ManualEvidenceType, string>> = {
  'access-recertified': 'a review of access rights',
  'backup-completed': 'a backup',
  'detection-rules-recorded': 'the detection rules',
  'drill-completed': 'a drill',
  'emergency-declared': 'an emergency',
  'environment-baseline': 'what an environment is and what it shares',
  'evidence-store-checked': 'a check of the store of evidence',
  'framework-reviewed': 'a review of the risk management framework',
  'production-access-reviewed': 'a review of the access to production',
  'provider-assessed': 'an assessment of the provider',
  'retention-approved': 'an approved retention schedule',
  'risk-accepted': 'an accepted risk',
  'risk-assessment-recorded': 'a risk assessment',
};

/** The same of drills. */
export const drillsInSentence: Readonly<Record<DrillKind, string>> = {
  'fall-back': 'a drill of going back to an earlier version',
  restore: 'a drill of the restore from a backup',
  exit: 'a drill of the exit from the provider',
  'provider-outage': 'a drill of an outage of the provider',
  detection: 'a test of the detection rules',
  'security-test': 'a security test',
};
