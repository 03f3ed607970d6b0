import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { GroupTree } from './GroupTree';

/** A group, and the groups right below it. */
type GroupSample = { name: string; children: readonly string[] };

/** @param create - a tree with these groups in the namespace default */
export function groupTreeContract(
  create: (groups: readonly GroupSample[]) => GroupTree,
  credentials: BackstageCredentials,
) {
  const list = async (groups: readonly GroupSample[], name: string) => {
    const found = await create(groups).listWithin(
      [`group:default/${name}`],
      credentials,
    );
    return found.map(ref => ref.replace('group:default/', '')).sort();
  };

  describe('GroupTree contract', () => {
    it('lists a group and all groups below it, whatever their depth', async () => {
      const groups = [
        { name: 'division', children: ['one', 'two'] },
        { name: 'one', children: ['deep'] },
        { name: 'two', children: [] },
        { name: 'deep', children: [] },
        { name: 'other', children: [] },
      ];
      expect(await list(groups, 'division')).toEqual([
        'deep',
        'division',
        'one',
        'two',
      ]);
      expect(await list(groups, 'two')).toEqual(['two']);
    });

    it('lists each once, even if groups are above themselves', async () => {
      const groups = [
        { name: 'a', children: ['b', 'c'] },
        { name: 'b', children: ['a', 'c'] },
        { name: 'c', children: ['c'] },
      ];
      expect(await list(groups, 'a')).toEqual(['a', 'b', 'c']);
    });

    it('says which owners there are', async () => {
      const known = await create([{ name: 'a', children: [] }]).listKnown(
        ['group:default/a', 'group:default/gone'],
        credentials,
      );
      expect([...known]).toEqual(['group:default/a']);
    });

    it('leaves out groups that do not exist', async () => {
      const groups = [{ name: 'a', children: ['gone'] }];
      expect(await list(groups, 'a')).toEqual(['a']);
      expect(await list(groups, 'gone')).toEqual([]);
    });
  });
}
