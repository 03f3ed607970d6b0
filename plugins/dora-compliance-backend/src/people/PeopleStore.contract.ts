import type { AccountClaim } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at, control, installed, nodeNamed } from '../testing/samples';
import type { TestStores } from '../testing/TestStores';
import { assessWith } from '../testing/assessWith';

/** What holds for every PeopleStore. */
export function peopleStoreContract(create: () => Promise<TestStores>) {
  const claim = (
    key: string,
    user: string,
    how: AccountClaim['how'] = 'explicit',
  ) => ({ key, userRef: `user:default/${user}`, how });
  const affected = { controlIds: [control.id], now: at(5) };
  const alice = claim('github.com/alice', 'alice');
  const erik = claim('github.com/erik', 'erik');

  /** One control of one asset, decided for good. */
  async function decided() {
    const stores = await create();
    await stores.assessments.install(installed, at(0));
    await stores.assets.save([nodeNamed('a')], at(0));
    await assessWith(stores.assessments, {
      limit: 10,
      now: at(1),
      decide: async () => [],
    });
    return stores;
  }

  describe('PeopleStore', () => {
    it('finds all that is said of some accounts', async () => {
      const { people } = await create();
      const mail = claim('mailto:alice@bank.example', 'alice', 'email');
      const other = { ...alice, userRef: 'user:default/eve' };
      await people.replace([alice, other, mail, erik], affected);
      const found = await people.claimsOn([alice.key, mail.key, 'x/unknown']);
      expect(found).toHaveLength(3);
      expect(found).toEqual(expect.arrayContaining([alice, other, mail]));
      expect(await people.claimsOn([])).toEqual([]);
    });

    it('removes claims that are gone', async () => {
      const { people } = await create();
      await people.replace([alice, erik], affected);
      expect(await people.replace([erik, erik], affected)).toBe(1);
      expect(await people.claimsOn([alice.key, erik.key])).toEqual([erik]);
    });

    it('makes controls due where an account changes hands', async () => {
      const { people, assessments } = await decided();
      await people.replace([alice], affected);
      expect(await assessments.countDue(at(4))).toBe(0);
      expect(await assessments.countDue(at(5))).toBe(1);
    });

    it('leaves all as it is where none does', async () => {
      const { people, assessments } = await create();
      await people.replace([alice, erik], affected);
      await assessments.install(installed, at(0));
      expect(await people.replace([erik, alice], affected)).toBe(0);
      expect(await assessments.countDue(at(9))).toBe(0);
    });

    it('holds the accounts of many people', async () => {
      const { people } = await create();
      const many = Array.from({ length: 1500 }, (_, n) =>
        claim(`github.com/u${n}`, `u${n}`),
      );
      expect(await people.replace(many, affected)).toBe(1500);
      const keys = many.map(({ key }) => key);
      expect(await people.claimsOn(keys)).toHaveLength(1500);
      expect(await people.replace([], affected)).toBe(1500);
      expect(await people.claimsOn(keys)).toEqual([]);
    });
  });
}
