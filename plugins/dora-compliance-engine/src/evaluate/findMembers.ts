import {
  addDuration,
  type Control,
  type Evidence,
  type IctAsset,
  type Instant,
  isEvidenceOf,
  type Row,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';

/** One of the things that must each comply. */
export type Member = { evidence: Evidence; describes: Row['member'] };

/** The members of a control's population, and when time changes them. */
export type Members = {
  members: Member[];
  validUntil?: Instant;
  /** The latest evidence is older than allowed. */
  stale?: Evidence;
};

/** Who must comply with a control at an instant. */
export function findMembers(
  control: Control,
  asset: IctAsset,
  index: EvidenceIndex,
  asOf: Instant,
): Members {
  const { population } = control;
  const since = subtractDuration(asOf, population.within);
  if (population.each === 'asset') {
    const latest = index.ofType(population.from).at(-1);
    if (!latest) {
      return { members: [] };
    }
    return latest.observedAt <= since
      ? { members: [], stale: latest }
      : {
          members: [
            { evidence: latest, describes: assetMember(asset, latest) },
          ],
          validUntil: addDuration(latest.observedAt, population.within),
        };
  }
  const deployments = eachOnce(
    index
      .ofType('service-deployed')
      .filter(
        item =>
          item.observedAt > since &&
          (!population.where ||
            item.predicate.deployment.environment.production),
      ),
  );
  const oldest = deployments[0];
  return {
    members: deployments.map(evidence => ({
      evidence,
      describes: deploymentMember(evidence),
    })),
    ...(oldest && {
      validUntil: addDuration(oldest.observedAt, population.within),
    }),
  };
}

/** A host may report the success of one deployment again; the first counts. */
function eachOnce(deployments: Evidence<'service-deployed'>[]) {
  const byDeployment = new Map<string, Evidence<'service-deployed'>>();
  for (const item of deployments) {
    const subject = item.subjects.find(({ kind }) => kind === 'deployment');
    const key = subject ? subjectKey(subject) : item.id;
    byDeployment.set(key, byDeployment.get(key) ?? item);
  }
  return [...byDeployment.values()];
}

function assetMember(asset: IctAsset, latest: Evidence): Row['member'] {
  return { kind: 'asset', title: asset.title, at: latest.observedAt };
}

function deploymentMember(evidence: Evidence): Row['member'] {
  if (!isEvidenceOf('service-deployed', evidence)) {
    throw new TypeError(`${evidence.type} is not a deployment`);
  }
  const { id, url, environment } = evidence.predicate.deployment;
  return {
    kind: 'deployment',
    deployment: { id, environment: environment.name },
    uri: url,
    at: evidence.observedAt,
  };
}
