import type {
  AccountClaim,
  Identity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { person, pushed } from '../testing/story';
import { isIdentified, isSamePerson, Persons } from './Persons';

const persons = new Persons([], []);
const nobody: Identity = {
  system: 'github.com',
  name: 'alice',
  kind: 'unknown',
};
const alice: Identity = { ...nobody, login: 'alice' };
const claim = (
  key: string,
  name: string,
  how: AccountClaim['how'] = 'explicit',
): AccountClaim => ({ key, userRef: `user:default/${name}`, how });

describe('isSamePerson', () => {
  it('can not tell who somebody anonymous is, not even the same one', () => {
    const [a, b] = [persons.of(nobody), persons.of(alice)];
    expect(isSamePerson(a, b)).toBeNull();
    expect(isSamePerson(b, a)).toBeNull();
    expect(isSamePerson(a, a)).toBeNull();
  });

  it('is the same whichever is asked about first', () => {
    const identities: Identity[] = [
      alice,
      { ...alice, id: '7' },
      { ...alice, id: '8' },
      { ...nobody, id: '7' },
      { ...nobody, system: 'gitlab.com', login: 'alice' },
    ];
    const all = identities.map(identity => persons.of(identity));
    for (const a of all) {
      expect(isSamePerson(a, a)).toBe(true);
      for (const b of all) {
        expect(isSamePerson(a, b)).toBe(isSamePerson(b, a));
      }
    }
  });

  const other = { system: 'gitlab.com' };
  it.each<[string, boolean | null, Partial<Identity>, Partial<Identity>]>([
    ['a login', true, { login: 'alice' }, { login: 'Alice' }],
    ['another login', false, { login: 'alice' }, { login: 'bob' }],
    [
      'a login of a system in another case',
      true,
      { login: 'alice' },
      { login: 'alice', system: 'GitHub.com' },
    ],
    ['an id', true, { id: '7' }, { id: '7' }],
    ['another id', false, { id: '7' }, { id: '8' }],
    [
      'an account that was renamed',
      true,
      { id: '7', login: 'alice' },
      { id: '7', login: 'alicia' },
    ],
    [
      'a login that another account has now',
      false,
      { id: '7', login: 'alice' },
      { id: '8', login: 'alice' },
    ],
    ['a login and an id', null, { login: 'alice' }, { id: '7' }],
    [
      'accounts of two systems',
      null,
      { login: 'alice' },
      { login: 'alice', ...other },
    ],
    [
      'accounts of two systems with one address',
      true,
      { login: 'alice', email: 'a@bank.example' },
      { login: 'al', email: 'A@bank.example', ...other },
    ],
    [
      'accounts of two systems with two addresses',
      null,
      { login: 'alice', email: 'a@bank.example' },
      { login: 'al', email: 'b@bank.example', ...other },
    ],
    [
      'accounts of one system with one address',
      false,
      { login: 'alice', email: 'a@bank.example' },
      { login: 'bob', email: 'a@bank.example' },
    ],
  ])('decides by %s: %s', (_, expected, one, two) => {
    const [a, b] = [one, two].map(more =>
      persons.of({ system: 'github.com', kind: 'human', ...more }),
    );
    expect(isSamePerson(a!, b!)).toBe(expected);
    expect(isSamePerson(b!, a!)).toBe(expected);
  });

  it.each<[string, boolean | null, AccountClaim[]]>([
    [
      'one user has both accounts',
      true,
      [claim('github.com/alice', 'a'), claim('gitlab.com/al', 'a')],
    ],
    [
      'two users have them',
      false,
      [claim('github.com/alice', 'a'), claim('gitlab.com/al', 'b')],
    ],
    ['only one is assigned', null, [claim('github.com/alice', 'a')]],
    [
      'one of them may belong to the user of the other',
      null,
      [
        claim('github.com/alice', 'a'),
        claim('github.com/alice', 'b'),
        claim('gitlab.com/al', 'a'),
      ],
    ],
  ])('goes by the catalog where %s: %s', (_, expected, claims) => {
    const known = new Persons(claims, []);
    const a = known.of(person('alice'));
    const b = known.of({ ...person('al'), ...other });
    expect(isSamePerson(a, b)).toBe(expected);
    expect(isSamePerson(b, a)).toBe(expected);
  });

  it('takes two accounts of one system for one person if the catalog says so', () => {
    const known = new Persons(
      [claim('github.com/alice', 'a'), claim('github.com/alice2', 'a')],
      [],
    );
    const [a, b] = ['alice', 'alice2'].map(one => known.of(person(one)));
    expect(isSamePerson(a!, b!)).toBe(true);
    const [c, d] = ['7', '8'].map(id =>
      known.of({ ...person(id === '7' ? 'alice' : 'alice2'), id }),
    );
    expect(isSamePerson(c!, d!)).toBe(true);
  });

  it('takes an account for itself, though several users claim it', () => {
    const known = new Persons(
      [claim('github.com/alice', 'a'), claim('github.com/alice', 'b')],
      [],
    );
    const [a, b] = [known.of(person('alice')), known.of(person('Alice'))];
    expect(isSamePerson(a, b)).toBe(true);
  });

  it('takes an address alone for nobody', () => {
    const email = 'a@bank.example';
    const known = persons.of({ ...person('alice'), email });
    const address = persons.of({ ...nobody, system: 'git', email });
    expect(isSamePerson(known, address)).toBeNull();
    expect(isSamePerson(address, known)).toBeNull();
    expect(isSamePerson(address, address)).toBeNull();
  });
});

describe('Persons', () => {
  const push = pushed(1, undefined, 'm', {
    ...person('alice'),
    email: 'a@bank.example',
  });
  const claimed = {
    system: 'github.com',
    kind: 'unknown' as const,
    email: 'A@bank.example',
  };

  it('finds the account of an address in what was pushed', () => {
    const found = new Persons([], [push]).of(claimed);
    expect(found).toMatchObject({
      label: 'alice (github.com)',
      account: { login: 'alice' },
    });
    expect(isIdentified(found)).toBe(true);
    expect(isIdentified(persons.of(claimed))).toBe(false);
  });

  it('takes the address of an author without account for no account', () => {
    const unlinked = pushed(2, undefined, 'n', {
      ...claimed,
      name: 'Alice A.',
    });
    expect(new Persons([], [push, unlinked]).of(claimed).label).toBe(
      'alice (github.com)',
    );
    expect(isIdentified(new Persons([], [unlinked]).of(claimed))).toBe(false);
  });

  it('finds the account of a co-author', () => {
    const withHelp = pushed(1, undefined, 'm', person('bob'), [
      { ...person('alice'), email: 'a@bank.example' },
    ]);
    expect(new Persons([], [withHelp]).of(claimed).account?.login).toBe(
      'alice',
    );
  });

  it('keeps the account that somebody acted with', () => {
    const known = new Persons([], [push]).of({ ...claimed, login: 'bob' });
    expect(known.account?.login).toBe('bob');
  });

  it('goes by an annotation before an address', () => {
    const claims = [
      claim('mailto:a@bank.example', 'guessed', 'email'),
      claim('github.com/alice', 'named'),
    ];
    const identity = { ...person('alice'), email: 'a@bank.example' };
    expect(new Persons(claims, []).of(identity).users).toEqual([
      'user:default/named',
    ]);
    expect(new Persons(claims.slice(0, 1), []).of(identity).users).toEqual([
      'user:default/guessed',
    ]);
  });

  it('lists each user once, in order, where several claim an account', () => {
    const claims = ['z', 'a', 'z'].map(name => claim('github.com/alice', name));
    const found = new Persons(claims, []).of(person('alice'));
    expect(found.users).toEqual(['user:default/a', 'user:default/z']);
  });

  it('identifies an account that several users claim by its login', () => {
    const claims = ['a', 'z'].map(name => claim('github.com/alice', name));
    expect(isIdentified(new Persons(claims, []).of(person('alice')))).toBe(
      true,
    );
    const { login: _, ...anonymous } = person('x');
    expect(isIdentified(persons.of(anonymous))).toBe(false);
    expect(isIdentified(persons.of({ ...anonymous, id: '7' }))).toBe(true);
  });

  it('knows who answers for a bot, and takes no owner for a person', () => {
    const claims = [
      claim('github.com/deploy[bot]', 'anna', 'bot'),
      claim('github.com/deploy[bot]', 'erik'),
    ];
    const bot = person('deploy[bot]', 'bot');
    expect(new Persons(claims, []).findOwners(bot)).toEqual([
      {
        label: 'user:default/anna',
        bot: 'deploy[bot]',
        users: ['user:default/anna'],
      },
    ]);
    expect(new Persons(claims, []).of(bot).users).toEqual([
      'user:default/erik',
    ]);
    expect(persons.findOwners(bot)).toEqual([]);
  });

  it('has no label for somebody without any name', () => {
    expect(persons.of({ system: 'github.com', kind: 'unknown' }).label).toBe(
      '',
    );
  });
});
