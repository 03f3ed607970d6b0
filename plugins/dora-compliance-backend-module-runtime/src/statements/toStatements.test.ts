import { list, pod } from '../__testUtils__/documents';
import { read } from '../__testUtils__/read';

const rule = (name: string, namespaces: string[], clusters: string[] = []) => ({
  name,
  clusters,
  namespaces,
});

const inNamespace = (namespace: string, name = 'ledger') =>
  pod({
    metadata: { namespace, labels: { 'backstage.io/kubernetes-id': name } },
  });

const eu = { 'x-runtime-cluster': 'eu-1' };

describe('the environment', () => {
  it.each([
    [[rule('live', [])], {}, { name: 'live', production: true }],
    [[rule('staging', [])], {}, { name: 'staging', production: false }],
    [
      [rule('staging', ['co*']), rule('live', [])],
      {},
      { name: 'staging', production: false },
    ],
    [
      [rule('staging', ['x']), rule('prod-eu', [], ['eu-*'])],
      eu,
      { name: 'prod-eu', production: true },
    ],
  ])(
    'is that of the first rule that matches: %j',
    (rules, headers, environment) => {
      const scope = { environments: rules, productionEnvironments: ['live'] };
      expect(read(list([pod()]), { headers, scope }).said).toMatchObject([
        { environment },
      ]);
    },
  );

  it('is the namespace if this is called production', () => {
    const { said } = read(list([inNamespace('prod-2'), inNamespace('live')]), {
      scope: { productionEnvironments: ['live'] },
    });
    expect(said.map(({ environment }) => environment)).toEqual([
      { name: 'prod-2', production: true },
      { name: 'live', production: true },
    ]);
  });

  it.each([
    [[rule('live', ['other'])], {}],
    [[rule('live', [], ['eu-*'])], {}],
    [[rule('live', [], ['us-*'])], eu],
    [[], {}],
  ])('is not made up if nothing says it: %j', (environments, headers) => {
    const { said, flaws } = read(list([pod()]), {
      headers,
      scope: { environments },
    });
    expect(said).toEqual([]);
    expect(flaws).toEqual([
      expect.stringMatching(
        /^What runs in the namespace core.* belongs to no environment, .*Add the namespace or the cluster to doraCompliance.runtime.environments$/,
      ),
    ]);
  });

  it('that is not known makes what else is known of the entity incomplete', () => {
    const { said } = read(
      list([
        inNamespace('core'),
        inNamespace('unknown'),
        inNamespace('core', 'payments'),
      ]),
    );
    expect(said).toMatchObject([
      {
        entity: 'component:default/ledger',
        complete: false,
        problem:
          'it also runs in the namespace unknown, where no rule of doraCompliance.runtime.environments says which environment this is',
      },
      { entity: 'component:default/payments', complete: true },
    ]);
  });
});

it('names few problems, and counts the others', () => {
  const bad = Array.from({ length: 9 }, (_, index) =>
    pod({ metadata: { name: `p${index}` }, status: { phase: 'odd' } }),
  );
  const { said, flaws } = read(list(bad));
  expect(said[0]?.problem).toMatch(/p0.*p1.*p2.*; and 6 more$/);
  expect(flaws).toHaveLength(9);
});
