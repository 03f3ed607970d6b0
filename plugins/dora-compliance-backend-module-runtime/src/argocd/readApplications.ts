import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { describeProblem } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Item } from '../listItems';
import { parseImage } from '../parseImage';
import type { Sender } from '../readSender';
import type { RuntimeScope } from '../RuntimeOptions';
import { findEntity } from '../statements/findEntity';
import type {
  ItemsReading,
  Observation,
  Place,
} from '../statements/Observation';
import { Application } from './Application';

/** How Argo CD names the cluster that it runs in. */
const OWN_CLUSTER = ['in-cluster', 'https://kubernetes.default.svc'];

/**
 * Reads applications. Each is a place of its own, as a document may have only some
 * of those that deploy to a namespace.
 */
export function readApplications(
  items: readonly Item[],
  sender: Sender,
  scope: RuntimeScope,
): ItemsReading {
  const observations: Observation[] = [];
  const flaws: string[] = [];
  let isWhole = true;
  for (const { value, path } of items) {
    try {
      const application = Application.parse(value);
      const { metadata } = application;
      const { entity, problem } = findEntity([metadata], scope.entityLabels);
      if (problem) {
        flaws.push(`${path} (Application ${metadata.name}): ${problem}`);
      }
      observations.push({ ...observe(application, sender), entity });
    } catch (error) {
      flaws.push(`${path}: ${describeProblem(error)}`);
      isWhole = false;
    }
  }
  return {
    observations,
    flaws,
    ...(!isWhole && {
      problem: 'an application of the document can not be read',
    }),
  };
}

function observe(application: Application, sender: Sender): Observation {
  const { metadata, status } = application;
  const problem = findProblem(application);
  return {
    place: toPlace(application, sender),
    observedAt: earliest(status?.reconciledAt, sender.observedAt),
    isRunning: true,
    artifacts: (status?.summary?.images ?? []).map(image => ({
      ...parseImage(image),
      workload: `Application ${metadata.name}`,
    })),
    ...(problem && { problem: `Application ${metadata.name}: ${problem}` }),
  };
}

/**
 * Without images, an application may run nothing, or Argo CD may not have listed
 * them. If it can't compare an application, it keeps the images of earlier.
 */
function findProblem({ status }: Application): string | undefined {
  if (!status?.summary?.images?.length) {
    return 'status.summary.images is missing, so it is not known what runs: send the pods, too';
  }
  if (!status.reconciledAt) {
    return 'status.reconciledAt is missing, so it is not known when Argo CD last compared it with the cluster';
  }
  const failed = status.conditions?.find(({ type }) => type.endsWith('Error'));
  if (failed) {
    return `Argo CD reports the condition ${failed.type}`;
  }
  return status.sync?.status === 'Unknown'
    ? 'status.sync.status is Unknown, so Argo CD could not compare it with the cluster'
    : undefined;
}

function toPlace({ metadata, spec }: Application, sender: Sender): Place {
  const { name, server, namespace } = spec.destination;
  const named = [name, server].filter(
    one => one !== null && one !== undefined && one !== '',
  ) as string[];
  const isOwn = named.some(one => OWN_CLUSTER.includes(one));
  const parts = [sender.cluster ?? '', metadata.namespace ?? '', metadata.name];
  return {
    uri: `urn:argocd:${parts.map(encodeURIComponent).join(':')}`,
    title: `the application ${metadata.name}`,
    clusters: [...named, ...(isOwn && sender.cluster ? [sender.cluster] : [])],
    namespace: namespace || undefined,
  };
}

function earliest(one: Instant | null | undefined, other: Instant): Instant {
  return one && one < other ? one : other;
}
