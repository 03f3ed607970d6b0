/** What is read if nothing else is configured. */
export const runtimeDefaults = {
  /** The label of Backstage's Kubernetes plugin, then the one of Helm charts. */
  entityLabels: ['backstage.io/kubernetes-id', 'app.kubernetes.io/name'],
  /** Namespaces of Kubernetes itself. */
  ignoredNamespaces: ['kube-*'],
} as const;

/** Headers with what kubectl does not print. */
export const headers = {
  /** Name of the cluster. */
  cluster: 'x-runtime-cluster',
  /** When the tool read the cluster, in RFC 3339. */
  observedAt: 'x-runtime-observed-at',
} as const;

/** Annotation with the catalog entity that a workload belongs to. */
export const ANNOTATION_ENTITY = 'dora-compliance.io/entity';
