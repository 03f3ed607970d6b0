import {
  type Digest,
  type Duration,
  type Evidence,
  type Instant,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { z } from 'zod';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import type { RunningArtifact } from '../../population/artifactPopulation';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import type { Member } from '../../registry/Population';
import { en } from './en';
import { reason } from './reasons';
import { remedies } from './remedies';

type Deployed = Evidence<'service-deployed' | 'service-rolled-back'>;

/** A rollout takes time: what ran before may still run for so long. */
const ROLLOUT: Duration = 'PT1H' as Duration;

/**
 * `artifact.origin` in assertions: whether a pipeline reported the deployment of
 * what runs, by its digest, to the same environment, before it was seen there.
 */
export const artifactOrigin: Judgement = {
  name: 'artifact.origin',
  member: 'running-artifact',
  needs: {
    evidence: [
      {
        types: ['service-deployed', 'service-rolled-back'],
        key: 'asset',
        read: 'history',
        within: 'P2Y' as Duration,
      },
    ],
  },
  remedies,
  words: { en },
  judge: (member, { index }) => [judgeOrigin(member, index)],
};

function judgeOrigin(
  { value, evidence, describes }: Member,
  index: EvidenceIndex,
): TimedCheck {
  const { name, digest, environment } = value as z.output<
    typeof RunningArtifact
  >;
  const named = { artifact: name, environment };
  const ids = evidence.map(({ id }) => id);
  const answer = { check: 'artifact-deployed', passed: null, evidence: ids };
  if (!digest) {
    return { ...answer, cause: reason('artifact-without-digest', named) };
  }
  const before = listDeployments(index).filter(
    ({ observedAt, predicate }) =>
      observedAt <= describes.at &&
      predicate.deployment.environment.name === environment,
  );
  const deployed = before.filter(one => findDigest(one) === digest).at(-1);
  const later = deployed && findLater(deployed, before, describes.at);
  if (later) {
    return {
      ...answer,
      // Without a name, the later deployment may be of another artifact.
      passed: hasName(deployed) && hasName(later) ? false : null,
      cause: reason('artifact-replaced', {
        ...named,
        digest,
        deployed: later.observedAt,
      }),
      evidence: [...ids, later.id, deployed.id],
    };
  }
  if (deployed) {
    return {
      ...answer,
      passed: true,
      cause: reason('artifact-deployed', {
        ...named,
        deployed: deployed.observedAt,
      }),
      evidence: [deployed.id, ...ids],
    };
  }
  return { ...answer, ...explainNone(before, { ...named, digest }, ids) };
}

/** No deployment of the digest: only deployments that name theirs can show that. */
function explainNone(
  before: readonly Deployed[],
  {
    digest,
    ...named
  }: { artifact: string; environment: string; digest: string },
  ids: readonly Digest[],
) {
  const without = before.filter(one => !findDigest(one));
  if (before.length === 0) {
    return { passed: null, cause: reason('deployments-unheard', named) };
  }
  return without.length > 0
    ? {
        passed: null,
        cause: reason('deployments-without-digest', {
          ...named,
          count: without.length,
        }),
        evidence: [...ids, without.at(-1)!.id],
      }
    : {
        passed: false,
        cause: reason('artifact-never-deployed', { ...named, digest }),
      };
}

/** Deployments and roll-backs, earliest first. */
function listDeployments(index: EvidenceIndex): Deployed[] {
  return [
    ...index.ofType('service-deployed'),
    ...index.ofType('service-rolled-back'),
  ].sort((a, b) => Date.parse(a.observedAt) - Date.parse(b.observedAt));
}

/** A deployment of the same artifact that should have replaced an earlier one. */
function findLater(
  deployed: Deployed,
  before: readonly Deployed[],
  seenAt: Instant,
): Deployed | undefined {
  const name = nameArtifact(deployed);
  const since = subtractDuration(seenAt, ROLLOUT);
  const others = before.slice(before.indexOf(deployed) + 1);
  return others.findLast(
    one =>
      findDigest(one) !== findDigest(deployed) &&
      one.observedAt <= since &&
      (!name || !hasName(one) || nameArtifact(one) === name),
  );
}

function nameArtifact({ predicate }: Deployed): string | undefined {
  return predicate.deployment.artifact?.name;
}

function hasName(deployed: Deployed): boolean {
  return nameArtifact(deployed) !== undefined;
}

function findDigest({ predicate }: Deployed): string | undefined {
  return predicate.deployment.artifact?.digest;
}
