import {
  type Evidence,
  type Instant,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { isIn } from '../../lineage/findMerged';
import { reason } from './reasons';

export function isOfAnother(
  from: string | undefined,
  repository: string | undefined,
): boolean {
  return (
    from !== undefined &&
    repository !== undefined &&
    subjectKey({ kind: 'repository', uri: from }) !== repository
  );
}

export function listSigned(
  digest: string,
  index: EvidenceIndex,
): readonly Evidence<'artifact-signed'>[] {
  return index
    .ofType('artifact-signed')
    .filter(
      ({ predicate }) => predicate.artifact.digest?.toLowerCase() === digest,
    );
}

/** Who reported none before may not have been connected yet. */
export function explainNone(
  digest: string,
  at: Instant,
  { repository, index }: { repository: string; index: EvidenceIndex },
) {
  const others: Evidence[] = [
    ...index.ofType('provenance'),
    ...index.ofType('artifact-signed'),
  ];
  return others.some(one => one.observedAt <= at && isIn(one, repository))
    ? { passed: false, cause: reason('signature-missing', { digest }) }
    : { passed: null, cause: reason('signatures-not-reported', { digest }) };
}
