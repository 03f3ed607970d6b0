import type { Inventory, InventoryItem } from './Inventory';

/**
 * What holds for every Inventory that holds a system `payments` and three assets: `owned`, whose
 * owner has two members through a circle of groups and one that left;
 * `orphan`, whose owner does not exist; and `store`, which names none.
 */
export function inventoryContract(name: string, create: () => Inventory) {
  describe(`${name} keeps the contract of Inventory`, () => {
    const read = async () => {
      const items: InventoryItem[] = [];
      for await (const page of create().pages()) {
        items.push(...page);
      }
      return new Map(items.map(item => [item.node.title, item]));
    };

    it('lists assets and what stands around them', async () => {
      expect([...(await read()).keys()].sort()).toEqual([
        'orphan',
        'owned',
        'payments',
        'store',
      ]);
    });

    it('has owners of assets and of nothing else', async () => {
      const payments = (await read()).get('payments');
      expect(payments?.node.node).toBe('system');
      expect(payments?.ownership).toBeUndefined();
    });

    it('counts members that exist, once, through child groups', async () => {
      const item = (await read()).get('owned');
      expect(item?.ownership?.owner).toMatchObject({
        kind: 'group',
        memberCount: 2,
      });
    });

    it('tells an owner that does not exist from none', async () => {
      const items = await read();
      expect(items.get('orphan')?.ownership).toEqual({
        entityRef: 'component:default/orphan',
        ownerRef: 'group:default/gone',
      });
      expect(items.get('store')?.ownership).toEqual({
        entityRef: 'resource:default/store',
      });
    });
  });
}
