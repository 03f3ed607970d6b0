import {
  type Duration,
  type Evidence,
  type Instant,
  type Subject,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import type { Member } from '../../registry/Population';
import { en } from './en';
import { reason } from './reasons';
import { remedies } from './remedies';

type Incident = {
  artifact?: string;
  detectedAt: Instant;
  environment?: string;
};
type Deployed = Evidence<'service-deployed'>;

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
 * before it, by what it names.
 */
export const incidentCause: Judgement = {
  name: 'incident.cause',
  member: 'incident',
  needs: {
    evidence: [
      {
        types: ['service-deployed'],
        key: 'asset',
        read: 'history',
        within: 'P2Y' as Duration,
      },
    ],
  },
  remedies,
  words: { en },
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
  const deployed = index
    .ofType('service-deployed')
    .filter(
      ({ observedAt, predicate }) =>
        observedAt <= detectedAt &&
        isWhere(predicate.deployment.environment, environment),
    )
    .filter(one => isNamed(one, causes.map(subjectKey), artifact))
    .at(-1);
  if (deployed) {
    return {
      ...answer,
      passed: true,
      cause: reason('incident-linked', {
        incident: name,
        deployed: deployed.observedAt,
        environment: deployed.predicate.deployment.environment.name,
      }),
      evidence: [...ids, deployed.id],
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
  { name, production }: { name: string; production: boolean },
  environment: string | undefined,
): boolean {
  return environment ? name === environment : production;
}

function isNamed(
  { subjects, predicate }: Deployed,
  keys: readonly string[],
  artifact: string | undefined,
): boolean {
  const { digest, name } = predicate.deployment.artifact ?? {};
  return (
    subjects.some(subject => keys.includes(subjectKey(subject))) ||
    (artifact !== undefined &&
      [digest, name].some(known => known !== undefined && known === artifact))
  );
}
