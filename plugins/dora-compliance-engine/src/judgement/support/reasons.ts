import type { None } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createReasons } from '../../registry/createReasons';

/**
 * Why an asset is, or is not, supported.
 */
export type SupportReasons = {
  'legacy-assessed': { assessed: string; due: string };
  supported: { end: string };
  'support-ended': { end: string; assessed?: string };
  'support-not-applicable': { why: string; until: string };
  'support-unknown': None;
};

export const reason = createReasons<SupportReasons>();
