import type { EmergencyReasons } from '../judgement/emergency/reasons';
import type { EvidenceReasons } from '../judgement/evidence-complete/reasons';
import type { SbomReasons } from '../judgement/sbom/reasons';
import type { SecurityTestReasons } from '../judgement/security-tests/reasons';
import type { SignatureReasons } from '../judgement/signature/reasons';
import type { VerificationReasons } from '../judgement/verification/reasons';

type Params = EmergencyReasons &
  EvidenceReasons &
  SbomReasons &
  SecurityTestReasons &
  SignatureReasons &
  VerificationReasons;

const at = '2026-03-02T14:02:00.000Z';
const digest = 'sha256:5c2e7b0f';
const deployed = digest;
const until = '2026-03-02T14:32:00.000Z';
const reviewer = 'user:default/julia';
const suite = 'Smoke tests';
const none = [{}] as const;
const scan = { kind: 'code', tool: 'CodeQL', commit: '4f1c2ab' };

/** Parameters of each reason of the judgements of what a release was made of. */
export const releaseSamples: {
  [Code in keyof Params]: readonly Params[Code][];
} = {
  'approved-in-order': [{ environment: 'production' }],
  'emergencies-frequent': [{ count: 3, most: 2, days: 90 }],
  'emergencies-rare': [{ count: 1, most: 2, days: 90 }],
  'emergency-not-declared': [{ until }],
  'emergency-not-declared-yet': [{ until }],
  'emergency-not-reviewed': [{ until }],
  'emergency-not-reviewed-yet': [{ until }],
  'emergency-refused': [{ reviewer, at }],
  'emergency-reviewed': [{ reviewer, at }],
  'emergency-reviewed-late': [{ reviewer, at, until }],
  'emergency-reviewer-involved': [{ reviewer, person: 'erik (github.com)' }],
  'emergency-reviewer-unclear': [
    { reviewer, person: 'erik (github.com)' },
    { reviewer, person: '' },
  ],
  'emergency-without-alert': [{ declared: at }],
  'evidence-exists': [{ step: 'change-record', at }],
  'evidence-missing': [
    { step: 'approval-record' },
    { step: 'assessment-record' },
    { step: 'run-record' },
  ],
  'evidence-not-due': [{ step: 'verification-result', until }],
  'evidence-not-reported': [{ step: 'test-result' }],
  'sbom-known': [
    { deployed, components: 1, at },
    { deployed, components: 212, at },
  ],
  'sbom-after-deployment': [{ deployed, at }],
  'sbom-incomplete': [
    { deployed, problem: 'The lock file was not found.' },
    { deployed, problem: '' },
  ],
  'sbom-missing': [{ deployed }],
  'sboms-not-reported': [{ deployed }],
  'sboms-without-subject': [{ deployed, count: 3 }],
  'scan-ended-before': [{ ...scan, at }],
  'scan-ended-after': [{ ...scan, kind: 'dependency', at }],
  'scan-with-error': [{ ...scan, error: 'the job ended with failed' }],
  'scan-change-unknown': [{ kind: 'dependency', commit: '4f1c2ab' }],
  'scan-missing': [{ kind: 'dependency', commit: '4f1c2ab' }],
  'scans-not-reported': [{ kind: 'code' }, { kind: 'dependency' }],
  'signature-checked': [{ digest, at }],
  'signature-checked-after': [{ digest, at }],
  'signature-missing': [{ digest }],
  'signature-not-checked': [{ digest }],
  'signature-of-another-origin': [
    { digest, origin: 'https://github.com/other/ledger' },
  ],
  'signature-origin-unknown': [{ digest }],
  'signatures-not-reported': [{ digest }],
  'verification-failed': [{ suite, at }],
  'verification-late': [{ suite, at, until }],
  'verification-missing': [{ until }],
  'verification-passed': [{ suite, at }],
  'verification-pending': [{ until }],
  'verifications-not-reported': none,
  'alert-not-answered': [{ alert: 'High error rate', at }],
  'alerts-answered': [{ count: 0 }, { count: 1 }, { count: 3 }],
  'alerts-not-reported': none,
  'alerts-pending': [{ until }],
};
