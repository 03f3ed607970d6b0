import {
  type Evidence,
  isEvidenceOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { IsReadable } from '../../permissions/Reader';

/** The entities that a piece of evidence names. */
export function namesOfEvidence(evidence: Evidence): string[] {
  const subjects = evidence.subjects.flatMap(({ kind, uri }) =>
    kind === 'entity' && uri ? [uri] : [],
  );
  if (isEvidenceOf('asset-record-observed', evidence)) {
    const { provider } = evidence.predicate;
    return [...subjects, ...(provider ? [provider.entityRef] : [])];
  }
  if (isEvidenceOf('ownership-observed', evidence)) {
    const { ownerRef, owner } = evidence.predicate;
    const person = owner?.accountable?.personRef;
    return [...subjects, ...[ownerRef, person].flatMap(ref => ref ?? [])];
  }
  return subjects;
}

/**
 * A piece of evidence without the entities that may not be read, and whether
 * something was left out. Older evidence has the path of criticality as titles;
 * as it is unknown which entities they are, the path is left out too.
 */
export function readableEvidence<T extends Evidence>(
  evidence: T,
  isReadable: IsReadable,
): { shown: T; isWhole: boolean } {
  const subjects = evidence.subjects.filter(
    ({ kind, uri }) => kind !== 'entity' || !uri || isReadable(uri),
  );
  const predicate = readablePredicate(evidence, isReadable);
  return {
    shown: { ...evidence, subjects, predicate },
    isWhole:
      subjects.length === evidence.subjects.length &&
      predicate === evidence.predicate,
  };
}

function readablePredicate(evidence: Evidence, isReadable: IsReadable) {
  const { predicate } = evidence;
  if (isEvidenceOf('asset-record-observed', evidence)) {
    const { because, provider, ...rest } = evidence.predicate;
    const isShown = !provider || isReadable(provider.entityRef);
    return isShown && !because?.length
      ? predicate
      : { ...rest, ...(isShown && provider && { provider }) };
  }
  if (isEvidenceOf('ownership-observed', evidence)) {
    const { ownerRef, owner, ...rest } = evidence.predicate;
    if (ownerRef && !isReadable(ownerRef)) {
      return rest;
    }
    const person = owner?.accountable?.personRef;
    if (!owner || !person || isReadable(person)) {
      return predicate;
    }
    const { accountable, ...shown } = owner;
    return { ...rest, ownerRef, owner: shown };
  }
  return predicate;
}
