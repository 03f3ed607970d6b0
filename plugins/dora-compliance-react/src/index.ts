/**
 * Reusable UI of DORA compliance for Backstage.
 *
 * @packageDocumentation
 */
export { doraComplianceApiRef } from './api/doraComplianceApiRef';
export { EvidenceDetail } from './evidence/EvidenceDetail';
export { RawDocument } from './evidence/RawDocument';
export { verificationWords } from './evidence/verificationWords';
export { formatDay, formatTime } from './loading/formatTime';
export { type Loaded, useLoaded } from './loading/useLoaded';
export { StatusBadge } from './status/StatusBadge';
export { statusWords } from './status/statusWords';
