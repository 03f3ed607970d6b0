import {
  markClassified,
  namesProduction,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  commitSubject,
  type EnvironmentReference,
  type EvidenceType,
  type Predicate,
  type Statement,
  type Subject,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CdEvent } from './CdEvent';
import type { CdeventsScope } from './CdeventsScope';
import { boundedUri, cdeventsUrn } from './cdeventsUrn';
import { digestOfImage, digestOfPurl, originOfPurl, parsePurl } from './Purl';
import type { Supplement } from './Supplement';

/** An event and what is known beside it. */
export type Occurrence = {
  readonly event: CdEvent;
  readonly supplement: Supplement;
  readonly scope: CdeventsScope;
};

/** Names a thing by its source, or by the source of the event. */
export function toUrn(
  { event }: Occurrence,
  { id, source }: { id: string; source?: string | undefined },
): string {
  return cdeventsUrn(source || event.context.source, id);
}

/** What an artifact is and where it comes from, as far as its id reports. */
export function parseArtifact(occurrence: Occurrence, id: string) {
  const purl = parsePurl(id);
  const origin = purl ? originOfPurl(purl) : {};
  const digest =
    (purl ? digestOfPurl(purl) : digestOfImage(id)) ??
    occurrence.supplement.artifactDigest;
  const subject: Subject = digest
    ? { kind: 'artifact', digest }
    : {
        kind: 'artifact',
        uri: purl ? boundedUri(id) : toUrn(occurrence, { id }),
      };
  return { name: purl?.name ?? id, purl, digest, origin, subject };
}

export function toEnvironment(
  { scope }: Occurrence,
  name: string,
): EnvironmentReference {
  return {
    name,
    production: namesProduction(name, scope.productionEnvironments),
    ...markClassified(name, scope.nonProductionEnvironments),
  };
}

/**
 * A statement about what the event is about, and about the repository, commit
 * and entity it names beside.
 */
export function buildStatement<T extends EvidenceType>(
  { event, supplement }: Occurrence,
  type: T,
  predicate: Predicate<T>,
  about: {
    subjects: readonly Subject[];
    origin?: { repository?: string; commit?: string };
  },
): Statement {
  const repository = supplement.repository ?? about.origin?.repository;
  const commit = supplement.commit ?? about.origin?.commit;
  const subjects: Subject[] = [
    ...about.subjects,
    ...(repository ? [{ kind: 'repository' as const, uri: repository }] : []),
    ...(commit ? [commitSubject(commit)] : []),
    ...(supplement.entity
      ? [{ kind: 'entity' as const, uri: supplement.entity }]
      : []),
  ];
  return {
    type,
    subjects: [
      ...new Map(subjects.map(one => [subjectKey(one), one])).values(),
    ],
    predicate,
    observedAt: event.context.timestamp,
    sourceId: 'cdevents',
  } as unknown as Statement;
}
