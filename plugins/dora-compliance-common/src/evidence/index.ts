export { canonicalJson } from './canonicalJson';
export {
  type DeliveryPart,
  DeliveryProof,
  isProven,
  proofCoverage,
} from './DeliveryProof';
export { Digest, computeDigest } from './Digest';
export { type Evidence, isEvidenceOf } from './Evidence';
export { EvidenceType, evidenceTypes, type Predicate } from './EvidenceType';
export {
  accountIdKey,
  accountKey,
  emailKey,
  Identity,
  identityLabel,
  keysOfIdentity,
} from './Identity';
export { isAboutOrganization } from './isAboutOrganization';
export { DocumentOrigin, Redaction, SourceDocument } from './SourceDocument';
export { parseStatement, type Statement, statementDigest } from './Statement';
export { commitSubject, Subject, subjectKey } from './Subject';
export { isAtLeast, Verification } from './Verification';
