/**
 * Reusable UI of DORA compliance for Backstage.
 *
 * @packageDocumentation
 */
export { doraComplianceApiRef } from './api/doraComplianceApiRef';
export { BecausePath } from './criticality/BecausePath';
export { CriticalityBadge } from './criticality/CriticalityBadge';
export { criticalityWords } from './criticality/criticalityWords';
export { relationWords } from './criticality/relationWords';
export { EntityTitleLink } from './entity/EntityTitleLink';
export { useEntityAddress } from './entity/useEntityAddress';
export { EvidenceList } from './evidence/EvidenceList';
export { originWords } from './evidence/originWords';
export { RawDocument } from './evidence/RawDocument';
export { proofWords } from './evidence/proofWords';
export {
  type EvidenceDocument,
  type LoadedEvidence,
  useEvidence,
} from './evidence/useEvidence';
export { verificationWords } from './evidence/verificationWords';
export { useInventory, useInventorySummary } from './inventory/useInventory';
export { WebLink } from './link/WebLink';
export { formatAgo } from './loading/formatAgo';
export { formatCalendarDay, formatTime } from './loading/formatTime';
export { formatDuration } from './loading/formatDuration';
export { formatMilliseconds } from './loading/formatMilliseconds';
export { messageOf } from './loading/messageOf';
export { RelativeTime } from './loading/RelativeTime';
export { saveFile } from './loading/saveFile';
export { type Loaded, useLoaded } from './loading/useLoaded';
export { type LoadedPages, usePages } from './loading/usePages';
export { useRefreshed } from './loading/useRefreshed';
export { reviewDueWords, reviewWords } from './review/reviewWords';
export { SourceStateBadge } from './source/SourceStateBadge';
export { sourceStateWords } from './source/sourceStateWords';
export { StatusBadge } from './status/StatusBadge';
export { statusWords } from './status/statusWords';
export { type Tone, ToneBadge } from './status/ToneBadge';
