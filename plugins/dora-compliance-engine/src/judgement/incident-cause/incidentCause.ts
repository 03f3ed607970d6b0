import {
  type Instant,
  type Subject,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import type { Member } from '../../registry/Population';
import { de } from './de';
import { en } from './en';
import { type Candidate, listCandidates } from './listCandidates';
import { reason } from './reasons';
import { remedies } from './remedies';

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
 * that began before it, by what it names. What runs may have been deployed any time
 * ago.
 */
export const incidentCause: Judgement = {
  name: 'incident.cause',
  member: 'incident',
  needs: {
    evidence: [
      {
        types: [
          'deployment-failed',
          'deployment-requested',
          'service-deployed',
          'service-rolled-back',
        ],
        key: 'asset',
        read: 'history',
      },
    ],
  },
  remedies,
  words: { en, de },
  judge: (member, { index }) => [judgeCause(member, index)],
};

function judgeCause(
  { value, evidence, describes }: Member,
  index: EvidenceIndex,
): TimedCheck {
  const { artifact, detectedAt, environment } = value as Incident;
  const name = describes.title ?? '';
  const ids = evidence.map(({ id }) => id);
  const answer = { check: 'incident-linked', evidence: ids };
  const causes = evidence
    .flatMap(({ subjects }) => subjects)
    .filter(({ kind }) => CAUSES.includes(kind));
  const deployed = listCandidates(index)
    .filter(one => one.from <= detectedAt && isWhere(one, environment))
    .findLast(one => isNamed(one, causes.map(subjectKey), artifact));
  if (deployed) {
    return {
      ...answer,
      passed: true,
      cause: reason('incident-linked', {
        incident: name,
        deployed: deployed.from,
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
  deployed: Candidate,
  environment: string | undefined,
): boolean {
  return environment
    ? deployed.environment === environment
    : deployed.kind === 'production';
}

function isNamed(
  { artifacts, subjects }: Candidate,
  keys: readonly string[],
  artifact: string | undefined,
): boolean {
  return (
    subjects.some(subject => keys.includes(subjectKey(subject))) ||
    (artifact !== undefined &&
      [artifact, artifact.toLowerCase()].some(one => artifacts.includes(one)))
  );
}
