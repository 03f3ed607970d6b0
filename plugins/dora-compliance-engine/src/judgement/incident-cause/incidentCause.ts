import {
  type Instant,
  type Subject,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import type { Member } from '../../registry/Population';
import { en } from './en';
import { reason } from './reasons';

type Incident = {
  artifact?: string;
  detectedAt: Instant;
  environment?: string;
};

/** What an incident can be caused by. */
const CAUSES: readonly Subject['kind'][] = [
  'artifact',
  'change',
  'commit',
  'deployment',
  'release',
];

/**
 * `incident.cause` in assertions: whether an incident is linked to a deployment
 * before it, by what it names. What runs may have been deployed any time ago.
 */
export const incidentCause: Judgement = {
  name: 'incident.cause',
  member: 'incident',
  needs: {
    evidence: [
      {
        types: ['service-deployed', 'service-rolled-back'],
        key: 'asset',
        read: 'history',
      },
    ],
  },
  words: { en },
  judge: (member, { index }) => [judgeCause(member, index)],
};

function judgeCause(
  { value, evidence, describes }: Member,
  index: EvidenceIndex,
): TimedCheck<string> {
  const { artifact, detectedAt, environment } = value as Incident;
  const name = describes.title ?? '';
  const ids = evidence.map(({ id }) => id);
  const answer = { check: 'incident-linked', evidence: ids };
  const causes = evidence
    .flatMap(({ subjects }) => subjects)
    .filter(({ kind }) => CAUSES.includes(kind));
  const deployed = index.deployments
    .filter(one => one.at <= detectedAt && isWhere(one, environment))
    .findLast(one => isNamed(one, causes.map(subjectKey), artifact));
  if (deployed) {
    return {
      ...answer,
      passed: true,
      cause: reason('incident-linked', {
        incident: name,
        deployed: deployed.at,
        environment: deployed.environment,
      }),
      evidence: [...ids, ...deployed.reports.map(({ id }) => id)],
    };
  }
  const named =
    artifact ?? causes.map(({ digest, uri }) => digest ?? uri).find(Boolean);
  return {
    ...answer,
    passed: named ? null : false,
    cause: named
      ? reason('incident-change-unknown', { incident: name, named })
      : reason('incident-not-linked', {
          incident: name,
          detected: detectedAt,
        }),
  };
}

/** In the environment of the incident; in production if it names none. */
function isWhere(
  deployed: KnownDeployment,
  environment: string | undefined,
): boolean {
  return environment
    ? deployed.environment === environment
    : deployed.kind === 'production';
}

function isNamed(
  { digests, reports }: KnownDeployment,
  keys: readonly string[],
  artifact: string | undefined,
): boolean {
  const names = reports.map(
    ({ predicate }) => predicate.deployment.artifact?.name,
  );
  return (
    reports.some(({ subjects }) =>
      subjects.some(subject => keys.includes(subjectKey(subject))),
    ) ||
    (artifact !== undefined &&
      (digests.includes(artifact.toLowerCase()) || names.includes(artifact)))
  );
}
