import type {
  Check,
  EvidenceType,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { judgeAssetRecord } from './assetRecord';
import { judgeClassification } from './classification';
import { judgeIndependence } from './independence';
import type { Judgement } from './Judgement';
import { judgeOwnership } from './ownership';
import { judgeProvider } from './provider';
import { judgeSupport } from './support';
import { judgeTraceability } from './traceability';

/**
 * The judgements that assertions can use, as `<name>.satisfied`.
 *
 * @public
 */
export type JudgementName =
  | 'asset.classification'
  | 'asset.ownership'
  | 'asset.provider'
  | 'asset.record'
  | 'asset.support'
  | 'change.independence'
  | 'change.traceability';

/** The function behind each judgement. */
export const judgements: Readonly<Record<JudgementName, Judgement>> = {
  'asset.classification': judgeClassification,
  'asset.ownership': judgeOwnership,
  'asset.provider': judgeProvider,
  'asset.record': judgeAssetRecord,
  'asset.support': judgeSupport,
  'change.independence': judgeIndependence,
  'change.traceability': judgeTraceability,
};

/** The type of evidence that each judgement is about. */
export const judgedEvidence: Readonly<Record<JudgementName, EvidenceType>> = {
  'asset.classification': 'asset-record-observed',
  'asset.ownership': 'ownership-observed',
  'asset.provider': 'asset-record-observed',
  'asset.record': 'asset-record-observed',
  'asset.support': 'asset-record-observed',
  'change.independence': 'service-deployed',
  'change.traceability': 'service-deployed',
};

/** Further evidence of a judgement about the state of an asset. */
export const consultedEvidence: Readonly<
  Partial<Record<JudgementName, readonly EvidenceType[]>>
> = {
  'asset.classification': ['review-completed'],
};

/**
 * True if all checks passed, false if one failed, null if one is unknown or there
 * are none.
 */
export function combineChecks(checks: readonly Check[]): boolean | null {
  if (checks.some(({ passed }) => passed === false)) {
    return false;
  }
  return checks.length > 0 && checks.every(({ passed }) => passed === true)
    ? true
    : null;
}
