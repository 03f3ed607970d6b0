import { application, digests, list } from '../__testUtils__/documents';
import { read } from '../__testUtils__/read';

const status = (changes: object) => application({ status: changes });

it('reads the images that the pods of an application ask for', () => {
  const images = ['nginx:1.27', `ghcr.io/bank/ledger:1.4.0@${digests.a}`];
  expect(read(list([status({ summary: { images } })]))).toEqual({
    said: [
      {
        entity: 'component:default/ledger',
        place: 'urn:argocd::argocd:ledger',
        observedAt: '2026-03-31T11:57:00.000Z',
        environment: { name: 'production', production: true },
        artifacts: [
          {
            name: 'ghcr.io/bank/ledger',
            version: '1.4.0',
            digest: digests.a,
            workload: 'Application ledger',
          },
          {
            name: 'nginx',
            version: '1.27',
            workload: 'Application ledger',
          },
        ],
        complete: true,
      },
    ],
    flaws: [],
  });
});

it('never takes a time after the document was made', () => {
  const ahead = status({ reconciledAt: '2027-01-01T00:00:00Z' });
  expect(read(ahead).said).toMatchObject([
    { observedAt: '2026-03-31T12:00:00.000Z' },
  ]);
});

it.each([
  [{ summary: undefined }, 'status.summary.images is missing'],
  [{ summary: {} }, 'status.summary.images is missing'],
  [{ summary: { images: [] } }, 'status.summary.images is missing'],
  [{ reconciledAt: undefined }, 'status.reconciledAt is missing'],
  [{ reconciledAt: 'soon' }, 'status.reconciledAt is missing'],
  [{ sync: { status: 'Unknown' } }, 'status.sync.status is Unknown'],
  [
    { conditions: [{ type: 'ComparisonError', message: 'no access' }] },
    'the condition ComparisonError',
  ],
])('is incomplete with %j', (changes, why) => {
  expect(read(list([status(changes)])).said).toMatchObject([
    { complete: false, problem: expect.stringContaining(why) },
  ]);
});

it('is complete with a warning', () => {
  const conditions = [{ type: 'OrphanedResourceWarning' }];
  expect(read(status({ conditions })).said).toMatchObject([{ complete: true }]);
});

it.each([
  [{ name: 'eu-1', namespace: 'core' }, {}],
  [{ server: 'https://eu.bank.example', namespace: 'core' }, {}],
  [
    { server: 'https://kubernetes.default.svc', namespace: 'core' },
    { 'x-runtime-cluster': 'eu-1' },
  ],
  [{ name: 'in-cluster' }, { 'x-runtime-cluster': 'eu-1' }],
])('is in the cluster of its destination %j', (destination, headers) => {
  const environments = [
    {
      name: 'production',
      clusters: ['eu-*', 'https://eu.**'],
      namespaces: [],
    },
  ];
  expect(
    read(application({ spec: { destination } }), {
      headers,
      scope: { environments },
    }).said,
  ).toHaveLength(1);
});

it('does not take the cluster of Argo CD for that of another destination', () => {
  const { said, flaws } = read(
    application({ spec: { destination: { name: 'us-1', namespace: 'x' } } }),
    {
      headers: { 'x-runtime-cluster': 'eu-1' },
      scope: {
        environments: [
          { name: 'production', clusters: ['eu-*'], namespaces: [] },
        ],
      },
    },
  );
  expect(said).toEqual([]);
  expect(flaws[0]).toContain(
    'the application ledger (pods or applications: 1) belongs to no environment',
  );
});

it('keeps two applications of one entity and namespace apart', () => {
  const other = application({ metadata: { name: 'ledger-jobs' } });
  expect(read(list([application(), other])).said).toHaveLength(2);
});

it('reports an application that can not be read, and trusts no other fully', () => {
  const bad = application({ spec: { destination: undefined } });
  const { said, flaws } = read(list([application(), bad]));
  expect(said).toMatchObject([
    {
      complete: false,
      problem: 'an application of the document can not be read',
    },
  ]);
  expect(flaws).toContain('items.1: spec.destination is missing');
});

it('reports an application that names no entity', () => {
  const { flaws } = read(application({ metadata: { labels: {} } }));
  expect(flaws[0]).toContain(
    'the application ledger (pods or applications: 1) names no catalog entity',
  );
});
