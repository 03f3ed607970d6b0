import {
  ASSET_DOCUMENTS,
  CONTROL_DOCUMENTS,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Whether a result of the search is one of this suite. */
export function isComplianceResult({ type }: { type: string }): boolean {
  return type === ASSET_DOCUMENTS || type === CONTROL_DOCUMENTS;
}
