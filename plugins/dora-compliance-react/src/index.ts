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
export { EvidenceDetail } from './evidence/EvidenceDetail';
export { RawDocument } from './evidence/RawDocument';
export { verificationWords } from './evidence/verificationWords';
export { useInventory, useInventorySummary } from './inventory/useInventory';
export { formatCalendarDay, formatDay, formatTime } from './loading/formatTime';
export { formatDuration } from './loading/formatDuration';
export { messageOf } from './loading/messageOf';
export { saveFile } from './loading/saveFile';
export { type Loaded, useLoaded } from './loading/useLoaded';
export { useRefreshed } from './loading/useRefreshed';
export { reviewDueWords, reviewWords } from './review/reviewWords';
export { StatusBadge } from './status/StatusBadge';
export { statusWords } from './status/statusWords';
