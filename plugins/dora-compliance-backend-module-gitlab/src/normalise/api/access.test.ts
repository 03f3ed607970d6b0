import {
  collectedDocument,
  readPredicates,
} from '../../__testUtils__/collectedDocument';

/* eslint-disable @typescript-eslint/no-explicit-any */

describe('access', () => {
  it('tells who may do what', () => {
    const account = (id: string, login: string, kind = 'unknown') => ({
      system: 'gitlab.bank.example',
      login,
      id,
      kind,
    });
    expect(
      readPredicates(collectedDocument('access', ['/members/all'])),
    ).toEqual([
      {
        members: [
          {
            account: account('1', 'ann'),
            role: 'Developer',
            admin: false,
            mayWrite: true,
          },
          {
            account: account('2', 'bob'),
            role: 'Owner',
            admin: true,
            mayWrite: true,
          },
          {
            account: account('3', 'carl'),
            role: 'Maintainer',
            admin: false,
            mayWrite: false,
          },
          {
            account: account('4', 'project_30_bot_4ffca233d8298ea1', 'bot'),
            role: 'Reporter',
            admin: false,
            mayWrite: false,
          },
        ],
        teams: [{ name: 'bank/audit', role: 'Reporter' }],
        complete: true,
      },
    ]);
  });

  it.each([
    [{ state: 'active', membership_state: 'active' }, true],
    [{ state: 'deactivated' }, true],
    [{}, true],
    [{ state: 'blocked' }, false],
    [{ state: 'ldap_blocked' }, false],
    [{ state: 'banned' }, false],
    [{ state: 'blocked_pending_approval' }, false],
    [{ state: 'active', membership_state: 'awaiting' }, false],
  ])('of somebody with %j is there: %s', (fields, mayWrite) => {
    const member = { id: 1, username: 'a', access_level: 40, ...fields };
    const [{ members: found }] = readPredicates(
      collectedDocument('access', ['/members/all'], {
        '/members/all': [member],
      }),
    );
    expect(found).toMatchObject([
      { role: 'Maintainer', mayWrite, admin: mayWrite },
    ]);
  });

  it('tells roles that are new or made by hand', () => {
    const members = [
      { id: 1, username: 'a', access_level: 35 },
      { id: 2, username: 'b', access_level: 20, member_role: { name: 'QA' } },
    ];
    const [{ members: found }] = readPredicates(
      collectedDocument('access', ['/members/all'], {
        '/members/all': members,
      }),
    );
    expect(found.map(({ role }: any) => role)).toEqual([
      'Access level 35',
      'QA',
    ]);
  });
});
