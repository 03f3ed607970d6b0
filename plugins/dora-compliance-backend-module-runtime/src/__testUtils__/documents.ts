import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { RuntimeOptions } from '../RuntimeOptions';

/** Builders of documents in the shapes of the API references. */
const READ_AT = '2026-03-31T12:00:00.000Z';

export const digests = {
  a: `sha256:${'a'.repeat(64)}`,
  b: `sha256:${'b'.repeat(64)}`,
  c: `sha256:${'c'.repeat(64)}`,
} as const;

export const options: RuntimeOptions = {
  webhookTokens: ['old', 'new'],
  environments: [
    { name: 'production', clusters: [], namespaces: ['core', 'idle'] },
  ],
  productionEnvironments: [],
  entityLabels: ['backstage.io/kubernetes-id', 'app.kubernetes.io/name'],
  ignoredNamespaces: ['kube-*'],
};

/** The status of a container that runs. */
export const running = (name: string, image: string, imageID: string) => ({
  containerID: `containerd://${'1'.repeat(64)}`,
  image,
  imageID,
  lastState: {},
  name,
  ready: true,
  restartCount: 0,
  started: true,
  state: { running: { startedAt: '2026-03-30T08:00:00Z' } },
});

type Changes = {
  metadata?: object;
  spec?: object;
  status?: object;
};

/** A pod of the Deployment `ledger`, as kubectl prints it. */
export const pod = ({ metadata, spec, status }: Changes = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    creationTimestamp: '2026-03-30T07:59:00Z',
    generateName: 'ledger-5c477988cc-',
    labels: {
      'backstage.io/kubernetes-id': 'ledger',
      'pod-template-hash': '5c477988cc',
    },
    name: 'ledger-5c477988cc-cx4jv',
    namespace: 'core',
    ownerReferences: [
      {
        apiVersion: 'apps/v1',
        blockOwnerDeletion: true,
        controller: true,
        kind: 'ReplicaSet',
        name: 'ledger-5c477988cc',
        uid: 'uid-replica-set',
      },
    ],
    uid: 'uid-pod',
    ...metadata,
  },
  spec: {
    containers: [{ name: 'app', image: 'ghcr.io/bank/ledger:1.4.0' }],
    nodeName: 'node-1',
    ...spec,
  },
  status: {
    phase: 'Running',
    containerStatuses: [
      running(
        'app',
        'ghcr.io/bank/ledger:1.4.0',
        `ghcr.io/bank/ledger@${digests.a}`,
      ),
    ],
    ...status,
  },
});

/** An object with other labels and annotations. */
export const labelled = (labels: object, annotations: object = {}) => ({
  metadata: { labels, annotations },
});

/** What kubectl prints for several objects. */
export const list = (items: readonly unknown[], metadata: object = {}) => ({
  apiVersion: 'v1',
  items,
  kind: 'List',
  metadata: { resourceVersion: '', ...metadata },
});

/** An application of Argo CD that deploys to the namespace `core`. */
export const application = ({ metadata, spec, status }: Changes = {}) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: {
    labels: { 'backstage.io/kubernetes-id': 'ledger' },
    name: 'ledger',
    namespace: 'argocd',
    ...metadata,
  },
  spec: {
    destination: {
      namespace: 'core',
      server: 'https://kubernetes.default.svc',
    },
    project: 'default',
    ...spec,
  },
  status: {
    health: { status: 'Healthy' },
    history: [{ deployedAt: '2026-03-30T08:00:00Z', id: 1, revision: 'f00' }],
    operationState: { phase: 'Succeeded' },
    reconciledAt: '2026-03-31T11:57:00Z',
    summary: { images: [`ghcr.io/bank/ledger:1.4.0@${digests.a}`] },
    sync: { revision: 'f00', status: 'Synced' },
    ...status,
  },
});

/** A delivery with a time, and other headers. */
export const delivery = (
  payload: unknown,
  headers: Record<string, string> = {},
): Delivery => ({
  headers: {
    'content-type': 'application/json',
    'x-runtime-observed-at': READ_AT,
    ...headers,
  },
  body: new TextEncoder().encode(JSON.stringify(payload)),
});
