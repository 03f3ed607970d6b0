import {
  type Duration,
  type Evidence,
  isEvidenceOf,
  type Subject,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import { en } from './en';
import { reason } from './reasons';

type Detected = Evidence<'incident-detected'>;
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
  words: { en },
  judge({ evidence: [item] }, { index }) {
    return item && isEvidenceOf('incident-detected', item)
      ? [judgeCause(item, index)]
      : [];
  },
};

function judgeCause(item: Detected, index: EvidenceIndex): TimedCheck<string> {
  const { incident, detectedAt } = item.predicate;
  const check = 'incident-linked';
  const name = incident.title ?? incident.id;
  const causes = item.subjects.filter(({ kind }) => CAUSES.includes(kind));
  const { artifact } = incident;
  const deployed = index
    .ofType('service-deployed')
    .filter(({ observedAt }) => observedAt <= detectedAt)
    .filter(one => isNamed(one, causes.map(subjectKey), artifact))
    .at(-1);
  if (deployed) {
    const { environment } = deployed.predicate.deployment;
    return {
      check,
      passed: true,
      cause: reason('incident-linked', {
        incident: name,
        deployed: deployed.observedAt,
        environment: environment.name,
      }),
      evidence: [item.id, deployed.id],
    };
  }
  const named =
    artifact ?? causes.map(({ digest, uri }) => digest ?? uri).find(Boolean);
  return {
    check,
    passed: named ? null : false,
    cause: named
      ? reason('incident-change-unknown', { incident: name, named })
      : reason('incident-not-linked', {
          incident: name,
          detected: detectedAt,
        }),
    evidence: [item.id],
  };
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
