import { digests, labelled, list, pod } from '../__testUtils__/documents';
import { read, readArtifacts } from '../__testUtils__/read';

const named = (name: string) => pod({ metadata: { name, uid: name } });

/** A workload that owns pods. */
const workload = (
  kind: string,
  { status = {}, metadata = {} }: { status?: object; metadata?: object } = {},
) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: {
    name: kind.toLowerCase(),
    namespace: 'core',
    uid: `uid-${kind}`,
    ...metadata,
  },
  spec: {},
  status,
});

const ownedBy = (kind: string, name: string, uid: string) => ({
  ownerReferences: [{ kind, name, uid, controller: true }],
});

const namespace = (name: string, annotations: object) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, uid: `uid-${name}`, annotations },
  status: { phase: 'Active' },
});

const entity = { 'dora-compliance.io/entity': 'component:default/ledger' };

describe('a statement', () => {
  it('is about the entity, the environment and what runs there', () => {
    expect(
      read(list([pod()]), { headers: { 'x-runtime-cluster': 'eu' } }),
    ).toEqual({
      said: [
        {
          entity: 'component:default/ledger',
          place: 'urn:kubernetes:eu:core',
          observedAt: '2026-03-31T12:00:00.000Z',
          environment: { name: 'production', production: true },
          artifacts: [
            {
              name: 'ghcr.io/bank/ledger',
              version: '1.4.0',
              digest: digests.a,
              workload: 'Deployment ledger',
              since: '2026-03-30T08:00:00.000Z',
            },
          ],
          complete: true,
        },
      ],
      flaws: [],
    });
  });

  it('has the artifact of all replicas once', () => {
    expect(readArtifacts(list(['a', 'b', 'c'].map(named)))).toHaveLength(1);
  });

  it('is one for each namespace, as a reading may have only one of them', () => {
    const other = pod({ metadata: { namespace: 'batch' } });
    const { said } = read(list([pod(), other]), {
      scope: {
        environments: [{ name: 'production', clusters: [], namespaces: [] }],
      },
    });
    expect(said.map(({ place }) => place)).toEqual([
      'urn:kubernetes::core',
      'urn:kubernetes::batch',
    ]);
  });
});

describe('the entity', () => {
  it.each([
    [
      labelled({ 'app.kubernetes.io/name': 'Ledger' }),
      'component:default/ledger',
    ],
    [
      labelled({
        'app.kubernetes.io/name': 'chart',
        'backstage.io/kubernetes-id': 'ledger',
      }),
      'component:default/ledger',
    ],
    [
      labelled(
        { 'backstage.io/kubernetes-id': 'other' },
        { 'dora-compliance.io/entity': 'resource:core/ledger' },
      ),
      'resource:core/ledger',
    ],
    [
      labelled({}, { 'backstage.io/kubernetes-id': 'ledger' }),
      'component:default/ledger',
    ],
  ])('is named by %j', (changes, ref) => {
    expect(read(list([pod(changes)])).said).toMatchObject([{ entity: ref }]);
  });

  it('is named by what owns the pod, or by its namespace', () => {
    const owned = pod({
      metadata: {
        labels: {},
        ...ownedBy('StatefulSet', 's', 'uid-StatefulSet'),
      },
    });
    const owner = workload('StatefulSet', {
      metadata: { annotations: entity },
    });
    expect(read(list([owned, owner])).said).toMatchObject([
      { entity: 'component:default/ledger' },
    ]);
    expect(read(list([owned, namespace('core', entity)])).said).toMatchObject([
      { entity: 'component:default/ledger' },
    ]);
  });

  it('is named by what owns the owner of the pod', () => {
    const owned = pod({
      metadata: { labels: {}, ...ownedBy('ReplicaSet', 'r', 'uid-ReplicaSet') },
    });
    const owner = workload('ReplicaSet', {
      metadata: ownedBy('Deployment', 'deployment', 'uid-Deployment'),
    });
    const top = workload('Deployment', { metadata: { annotations: entity } });
    expect(read(list([owned, owner, top])).said).toMatchObject([
      {
        entity: 'component:default/ledger',
        artifacts: [{ workload: 'Deployment deployment' }],
      },
    ]);
  });

  it('is named by the annotation of the namespace rather than by a label', () => {
    const { said } = read(
      list([
        pod(labelled({ 'backstage.io/kubernetes-id': 'other' })),
        pod(labelled({}, { 'dora-compliance.io/entity': 'own' })),
        namespace('core', entity),
      ]),
    );
    expect(said.map(one => [one.entity, one.artifacts.length])).toEqual([
      ['component:default/ledger', 1],
      ['component:default/own', 1],
    ]);
  });

  it('is reported if none is named, except in namespaces of Kubernetes', () => {
    const nameless = (name: string) =>
      pod({ metadata: { labels: {}, namespace: name } });
    expect(
      read(list(['kube-system', 'tools', 'core', 'core'].map(nameless))),
    ).toEqual({
      said: [],
      flaws: [
        'What runs in the namespace core, the namespace tools (pods or applications: 3) names no catalog entity, so nothing compares it with deployments. Add the label backstage.io/kubernetes-id or the annotation dora-compliance.io/entity, or add the namespace to doraCompliance.runtime.ignoredNamespaces',
      ],
    });
  });

  it('is not named by a value that is no text', () => {
    const { said, flaws } = read(
      list([pod(labelled({ 'backstage.io/kubernetes-id': 7 }))]),
    );
    expect(said).toEqual([]);
    expect(flaws[0]).toContain('names no catalog entity');
  });

  it('is reported if it is named wrongly', () => {
    const { said, flaws } = read(
      list([pod(labelled({}, { 'dora-compliance.io/entity': 'a b' }))]),
    );
    expect(said).toEqual([]);
    expect(flaws[0]).toBe(
      'items.0 (Pod core/ledger-5c477988cc-cx4jv): dora-compliance.io/entity names no catalog entity: write it as component:default/ledger',
    );
  });
});

describe('the workload', () => {
  it.each([
    [{ ownerReferences: undefined }, 'Pod ledger-5c477988cc-cx4jv'],
    [ownedBy('DaemonSet', 'agent', 'x'), 'DaemonSet agent'],
    [ownedBy('ReplicaSet', 'alone', 'x'), 'ReplicaSet alone'],
    [{}, 'Deployment ledger'],
  ])('of a pod with %j is %s', (metadata, title) => {
    expect(readArtifacts(list([pod({ metadata })]))).toMatchObject([
      { workload: title },
    ]);
  });

  it('is the top of what the document has, and what this names as its owner', () => {
    const owned = pod({ metadata: ownedBy('Job', 'nightly-1', 'uid-Job') });
    const job = workload('Job', {
      metadata: ownedBy('CronJob', 'nightly', 'uid-cron'),
    });
    expect(readArtifacts(list([owned, job]))).toMatchObject([
      { workload: 'CronJob nightly' },
    ]);
  });

  it('is found although owners form a circle', () => {
    const owned = pod({ metadata: ownedBy('Job', 'a', 'uid-Job') });
    const job = workload('Job', { metadata: ownedBy('Job', 'a', 'uid-Job') });
    expect(readArtifacts(list([owned, job]))).toHaveLength(1);
  });
});

describe('an entity that runs nothing', () => {
  const labels = { 'backstage.io/kubernetes-id': 'payments' };
  const payments = (said: ReturnType<typeof read>['said']) =>
    said.filter(one => one.entity === 'component:default/payments');

  it.each([
    [
      'a workload without pods',
      workload('Deployment', { metadata: { labels } }),
    ],
    [
      'a pod that ended',
      pod({ metadata: { labels, uid: 'x' }, status: { phase: 'Succeeded' } }),
    ],
    [
      'its namespace',
      namespace('idle', { 'dora-compliance.io/entity': 'payments' }),
    ],
  ])('is shown by %s', (_, item) => {
    expect(payments(read(list([pod(), item])).said)).toMatchObject([
      { artifacts: [], complete: true },
    ]);
  });

  it('is not shown by a workload that reports pods', () => {
    const item = workload('Deployment', {
      metadata: { labels },
      status: { replicas: 3 },
    });
    expect(payments(read(list([pod(), item])).said)).toMatchObject([
      {
        complete: false,
        problem:
          'Deployment deployment reports 3 pods, but the document has none of them: add pods to the list',
      },
    ]);
  });

  it('is not suspected if a workload reports the pods that the document has', () => {
    const item = workload('Deployment', {
      metadata: { labels: { 'backstage.io/kubernetes-id': 'ledger' } },
      status: { replicas: 1 },
    });
    expect(read(list([pod(), item])).said).toMatchObject([
      { artifacts: [{ digest: digests.a }], complete: true },
    ]);
  });

  it('is not shown by a document without pods', () => {
    const { said, flaws } = read(
      list([
        workload('Deployment', { metadata: { labels } }),
        namespace('idle', entity),
      ]),
    );
    const problem = 'the document has no pods: add pods to the list';
    expect(said).toMatchObject([
      { complete: false, problem },
      { complete: false, problem },
    ]);
    expect(flaws).toContain(problem);
  });

  it('is not shown by a manifest', () => {
    const item = { ...workload('Deployment', { metadata: { labels } }) };
    const { said } = read(list([pod(), { ...item, status: undefined }]));
    expect(payments(said)).toMatchObject([
      { complete: false, problem: expect.stringContaining('not a manifest') },
    ]);
  });
});

describe('an object that does not say what it is', () => {
  it.each([
    [7, 'items.1: kind is missing'],
    [{ ...pod(), metadata: undefined }, 'items.1: metadata is missing'],
    [
      pod({ metadata: { namespace: undefined } }),
      'items.1: metadata.namespace is missing',
    ],
    [
      pod({ metadata: { labels: 7 } }),
      'items.1: metadata.labels must be record, not number',
    ],
  ])('makes the whole document incomplete (%#)', (item, flaw) => {
    const { said, flaws } = read(list([pod(), item]));
    expect(said).toMatchObject([
      {
        complete: false,
        problem: 'an object of the document can not be read',
      },
    ]);
    expect(said[0]?.artifacts).toHaveLength(1);
    expect(flaws).toContain(flaw);
  });

  it('is not looked at if its kind says nothing about what runs', () => {
    const { said, flaws } = read(list([pod(), { kind: 'ConfigMap' }]));
    expect(said).toMatchObject([{ complete: true }]);
    expect(flaws).toEqual([]);
  });
});
