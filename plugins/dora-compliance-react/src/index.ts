/**
 * Reusable UI of DORA compliance for Backstage.
 *
 * @packageDocumentation
 */
export { doraComplianceApiRef } from './api/doraComplianceApiRef';
export { BecausePath } from './criticality/BecausePath';
export { CriticalityBadge } from './criticality/CriticalityBadge';
export { EntityTitleLink } from './entity/EntityTitleLink';
export { useEntityAddress } from './entity/useEntityAddress';
export { EvidenceItem } from './evidence/EvidenceItem';
export { EvidenceList } from './evidence/EvidenceList';
export {
  type EvidenceDocument,
  type LoadedEvidence,
  useEvidence,
} from './evidence/useEvidence';
export { useInventory, useInventorySummary } from './inventory/useInventory';
export { WebLink } from './link/WebLink';
export { useLive } from './live/useLive';
export { saveFile } from './loading/saveFile';
export { useErrorMessage } from './loading/useErrorMessage';
export { type LoadState, useLoaded } from './loading/useLoaded';
export { type LoadedPages, usePages } from './loading/usePages';
export { useRefreshed } from './loading/useRefreshed';
export { useReviewDue } from './review/useReviewDue';
export { SourceStateBadge } from './source/SourceStateBadge';
export { StatusBadge } from './status/StatusBadge';
export { type Tone, ToneBadge } from './status/ToneBadge';
export type { TimeFormat } from './time/createTimeFormat';
export { RelativeTime } from './time/RelativeTime';
export { useTimeFormat } from './time/useTimeFormat';
export {
  flattenMessages,
  type Translated,
} from './translation/flattenMessages';
export { useLanguage } from './translation/useLanguage';
export { doraComplianceReactTranslationRef } from './translation/doraComplianceReactTranslationRef';
