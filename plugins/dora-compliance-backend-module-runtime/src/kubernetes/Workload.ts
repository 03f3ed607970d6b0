import { z } from 'zod';

/** Kinds that report how many pods they have. */
export const workloadKinds: ReadonlySet<string> = new Set([
  'DaemonSet',
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
  'StatefulSet',
]);

const Count = z.number().nullish();

const Workload = z.looseObject({
  status: z
    .looseObject({ replicas: Count, currentNumberScheduled: Count })
    .nullish(),
});

/**
 * How many pods a workload reports. Kubernetes leaves out a count of zero, but a
 * workload without a status is a manifest and reports nothing. Throws a ZodError.
 */
export function countPods(value: unknown): number | undefined {
  const { status } = Workload.parse(value);
  return status
    ? Math.max(status.replicas ?? 0, status.currentNumberScheduled ?? 0)
    : undefined;
}
