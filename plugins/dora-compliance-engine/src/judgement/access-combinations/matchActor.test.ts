import { areAll, isAny, matchActor, type Member } from './matchActor';

const anna: Member = {
  account: {
    system: 'github.com',
    login: 'anna',
    id: '7',
    name: 'Anna Doe',
    kind: 'human',
  },
  role: 'admin',
  admin: true,
  mayWrite: true,
};

it.each<[string, string, boolean | null]>([
  ['User', 'Anna', true],
  ['user', '7', true],
  ['User', 'erik', false],
  // Two people can have one name.
  ['user', 'Anna Doe', null],
  ['Integration', '7', false],
  ['deploy-key', 'anna', false],
  ['DeployKey', '7', false],
  ['RepositoryRole', 'admin', true],
  ['RepositoryRole', 'write', null],
  ['Team', 'anna', null],
  ['OrganizationAdmin', 'OrganizationAdmin', null],
  ['group', 'Bank', null],
])('an actor of the kind %s named %s is Anna: %s', (kind, name, expected) => {
  expect(matchActor({ kind, name }, anna)).toBe(expected);
});

it('the role of administrators is not held by others', () => {
  const actor = { kind: 'RepositoryRole', name: 'admin' };
  expect(matchActor(actor, { ...anna, admin: false })).toBe(false);
});

it('what is not known stays unknown unless something else decides', () => {
  expect([areAll(), areAll(true, true), areAll(null, false)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(areAll(true, null)).toBeNull();
  expect([isAny(), isAny(false), isAny(null, true)]).toEqual([
    false,
    false,
    true,
  ]);
  expect(isAny(false, null)).toBeNull();
});
