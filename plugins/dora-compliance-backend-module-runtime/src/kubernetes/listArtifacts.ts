import { parseImage, readDigest } from '../parseImage';
import type { Artifact } from '../statements/Observation';
import type { Container, ContainerStatus, Pod } from './Pod';

/**
 * What the containers of a pod run, those that initialize and debug it included.
 * A pod that ended runs nothing. A container that never started does not either,
 * and one that ended or crashes did run.
 */
export function listArtifacts(
  { spec, status }: Pod,
  workload: string,
): Artifact[] {
  if (status.phase === 'Succeeded' || status.phase === 'Failed') {
    return [];
  }
  return [
    pair(spec.containers, status.containerStatuses),
    pair(spec.initContainers, status.initContainerStatuses),
    pair(spec.ephemeralContainers, status.ephemeralContainerStatuses),
  ]
    .flat()
    .filter(one => hasStarted(one, status.phase))
    .map(one => toArtifact(one, workload));
}

/** A container, and what the node reports about it. */
type Pair = {
  container?: Container | undefined;
  status?: ContainerStatus | undefined;
};

function pair(
  containers: readonly Container[] | null | undefined,
  statuses: readonly ContainerStatus[] | null | undefined,
): Pair[] {
  const byName = new Map((statuses ?? []).map(one => [one.name, one]));
  const named = new Set((containers ?? []).map(({ name }) => name));
  return [
    ...(containers ?? []).map(container => ({
      container,
      status: byName.get(container.name),
    })),
    ...[...byName.values()]
      .filter(({ name }) => !named.has(name))
      .map(status => ({ status })),
  ];
}

/** A container that nothing is reported about may run if its pod does. */
function hasStarted({ status }: Pair, phase: Pod['status']['phase']): boolean {
  return status
    ? [status.state, status.lastState].some(
        state => state?.running || state?.terminated,
      )
    : phase !== 'Pending';
}

/**
 * The name is what was asked for: of an image with several repositories, nodes
 * report any of them. The digest is only what the node reports.
 */
function toArtifact({ container, status }: Pair, workload: string): Artifact {
  const asked = container?.image || status?.image || status?.imageID;
  if (!asked) {
    throw new TypeError(
      `the container ${container?.name ?? status?.name} has no image`,
    );
  }
  const { name, version } = parseImage(asked);
  const digest =
    readDigest(status?.imageID ?? '') ?? readDigest(status?.image ?? '');
  const since = status?.state?.running?.startedAt;
  return {
    name,
    ...(digest && { digest }),
    ...(version && { version }),
    workload,
    ...(since && { since }),
  };
}
