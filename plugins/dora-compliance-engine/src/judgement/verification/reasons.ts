import type { None } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createReasons } from '../../registry/createReasons';

type OfSuite = { suite: string; at: string };

/** Why a deployment was, or was not, verified after it. */
export type VerificationReasons = {
  'verification-failed': OfSuite;
  'verification-late': OfSuite & { until: string };
  'verification-missing': { until: string };
  'verification-passed': OfSuite;
  'verification-pending': { until: string };
  'verifications-not-reported': None;
  'alert-not-answered': { alert: string; at: string };
  'alerts-answered': { count: number };
  'alerts-not-reported': None;
  'alerts-pending': { until: string };
};

export const reason = createReasons<VerificationReasons>();
