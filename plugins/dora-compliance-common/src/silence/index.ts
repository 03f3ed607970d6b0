export { EvidenceGap } from './EvidenceGap';
