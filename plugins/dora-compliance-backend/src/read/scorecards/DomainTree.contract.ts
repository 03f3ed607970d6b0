import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { DomainTree } from './DomainTree';

/** An entity, and the references of its parts. */
type PartsSample = { ref: string; parts: readonly string[] };

const samples: readonly PartsSample[] = [
  {
    ref: 'domain:default/bank',
    parts: [
      'system:default/core',
      'domain:default/cards',
      'component:default/ledger',
    ],
  },
  {
    ref: 'domain:default/cards',
    parts: [
      'system:default/issuing',
      'system:default/core',
      'system:default/gone',
      'domain:default/bank',
    ],
  },
  { ref: 'domain:default/empty', parts: [] },
  { ref: 'system:default/core', parts: ['component:default/ledger'] },
  { ref: 'system:default/issuing', parts: [] },
  { ref: 'system:default/other', parts: [] },
  { ref: 'component:default/ledger', parts: ['system:default/core'] },
];

/** @param create - a tree with these entities */
export function domainTreeContract(
  create: (entities: readonly PartsSample[]) => DomainTree,
  credentials: BackstageCredentials,
) {
  const list = (ref: string) => create(samples).listSystems(ref, credentials);

  describe('DomainTree contract', () => {
    it('lists the systems of a domain and of the domains below it, each once', async () => {
      const systems = ['system:default/core', 'system:default/issuing'];
      expect((await list('domain:default/bank'))?.sort()).toEqual(systems);
      expect((await list('domain:default/cards'))?.sort()).toEqual(systems);
    });

    it('knows a domain without systems, and no other entity', async () => {
      expect(await list('domain:default/empty')).toEqual([]);
      expect(await list('domain:default/gone')).toBeUndefined();
      expect(await list('system:default/core')).toBeUndefined();
      expect(await list('component:default/ledger')).toBeUndefined();
    });
  });
}
