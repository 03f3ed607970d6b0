import { createReasons } from '../../registry/createReasons';

/** What has to be scanned, as `ScanKind` names it. */
type OfKind = { kind: string };
type OfScan = OfKind & { tool: string; commit: string };

/** Why a deployment was, or was not, scanned before it. */
export type SecurityTestReasons = {
  'scan-ended-before': OfScan & { at: string };
  'scan-ended-after': OfScan & { at: string };
  'scan-with-error': OfScan & { error: string };
  'scan-change-unknown': OfKind & { commit: string };
  'scan-missing': OfKind & { commit: string };
  'scans-not-reported': OfKind;
};

export const reason = createReasons<SecurityTestReasons>();
