import type { UserDirectory } from './UserDirectory';

/**
 * What holds for every UserDirectory that holds two users: `anna`, who says
 * that `jenkins.bank.example/a.l` is hers and has an address, and `erik`, of
 * whom nothing is known.
 */
export function userDirectoryContract(
  name: string,
  create: () => UserDirectory,
) {
  describe(`${name} keeps the contract of UserDirectory`, () => {
    it('lists all users with their accounts', async () => {
      const users = [];
      for await (const page of create().users()) {
        users.push(...page);
      }
      const userRef = 'user:default/anna';
      expect(users).toEqual([
        {
          userRef,
          claims: [
            { key: 'jenkins.bank.example/a.l', userRef, how: 'explicit' },
            { key: 'mailto:anna@bank.example', userRef, how: 'email' },
          ],
          problems: [],
        },
        { userRef: 'user:default/erik', claims: [], problems: [] },
      ]);
    });
  });
}
