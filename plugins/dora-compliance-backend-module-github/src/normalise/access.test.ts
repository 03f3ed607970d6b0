import { HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { documented } from '../__testUtils__/documented';
import { normalise, onEnterprise, readOne } from '../__testUtils__/read';

describe('member', () => {
  it('was given access with a role', () => {
    expect(readOne('member', documented['member.added'])).toMatchObject({
      type: 'settings-changed',
      observedAt: HAPPENED_AT,
      subjects: [{ kind: 'repository' }],
      predicate: {
        setting: 'member',
        action: 'added',
        member: { login: 'hacktocat', id: '39652351', kind: 'human' },
        role: 'maintain',
        changes: [
          { field: 'permission', after: 'write' },
          { field: 'role_name', after: 'maintain' },
        ],
        changedBy: { login: 'Codertocat' },
      },
    });
  });

  it('has the legacy role where no other is told', () => {
    const payload = {
      ...documented['member.added'],
      changes: { permission: { to: 'admin' } },
    };
    expect(readOne('member', payload).predicate).toMatchObject({
      role: 'admin',
    });
  });

  it('was edited, from a role whose successor is not told', () => {
    const { predicate } = readOne(
      'member',
      readPayload('member.edited.3.json'),
    );
    expect(predicate).toMatchObject({
      action: 'edited',
      changes: [{ field: 'old_permission', before: 'write' }],
    });
    expect(predicate).not.toHaveProperty('role');
  });

  it('was edited, from one role to another', () => {
    const payload = {
      ...readPayload('member.edited.3.json'),
      changes: { permission: { from: 'read', to: 'admin' } },
    };
    expect(readOne('member', payload).predicate).toMatchObject({
      role: 'admin',
      changes: [{ field: 'permission', before: 'read', after: 'admin' }],
    });
  });

  it('was removed', () => {
    expect(
      readOne('member', documented['member.removed']).predicate,
    ).toMatchObject({ action: 'removed', changes: [] });
  });

  it('may be a machine, or gone', () => {
    const member = { login: 'deploy[bot]', id: 3, type: 'Bot' };
    expect(
      readOne('member', { ...documented['member.added'], member }).predicate,
    ).toMatchObject({ member: { login: 'deploy[bot]', kind: 'bot' } });
    expect(
      readOne('member', { ...documented['member.added'], member: null })
        .predicate,
    ).toMatchObject({ member: { name: 'ghost', kind: 'unknown' } });
  });

  it('names a server of its own', () => {
    expect(
      readOne('member', onEnterprise(documented['member.added'])),
    ).toMatchObject({
      subjects: [{ uri: 'https://github.bank.example/Octocoders/Hello-World' }],
      predicate: { member: { system: 'github.bank.example' } },
    });
  });

  it('is rejected with an action GitHub does not know', () => {
    expect(
      normalise('member', { ...documented['member.added'], action: 'seized' }),
    ).toMatchObject({ outcome: 'rejected' });
  });
});

describe('membership', () => {
  it('is of a team of the organisation', () => {
    expect(readOne('membership', documented['membership.added'])).toMatchObject(
      {
        subjects: [
          { kind: 'organization', uri: 'https://github.com/Octocoders' },
        ],
        predicate: {
          setting: 'team',
          action: 'added',
          name: 'github',
          member: { login: 'hacktocat' },
        },
      },
    );
  });

  it('ends with a team that was deleted', () => {
    expect(
      readOne('membership', documented['membership.removed']).predicate,
    ).toMatchObject({ action: 'removed', name: 'github' });
  });
});

describe('team', () => {
  it.each([
    ['team.added_to_repository.0.json', 'added', 'repository', 'pull'],
    ['team.removed_from_repository.5.json', 'removed', 'repository', undefined],
    ['team.created.2.json', 'created', 'organization', undefined],
    ['team.deleted.3.json', 'deleted', 'organization', undefined],
    ['team.edited.4.json', 'edited', 'organization', undefined],
  ])('of %s was %s', (file, action, kind, role) => {
    const { subjects, predicate } = readOne('team', readPayload(file));
    expect(subjects).toMatchObject([{ kind }]);
    expect(predicate).toMatchObject({
      setting: 'team',
      action,
      name: 'github',
    });
    expect('role' in predicate ? predicate.role : undefined).toBe(role);
  });

  it('was given more access to a repository', () => {
    const payload = structuredClone(documented['team.edited']);
    expect(readOne('team', payload)).toMatchObject({
      subjects: [{ kind: 'repository' }],
      predicate: {
        action: 'edited',
        role: 'push',
        changes: [
          { field: 'repository.permissions.push', before: false, after: true },
        ],
      },
    });
    payload.repository.role_name = 'releaser';
    expect(readOne('team', payload).predicate).toMatchObject({
      role: 'releaser',
    });
  });

  it('removed has no role left', () => {
    const payload = readPayload('team.removed_from_repository.5.json');
    payload.repository.permissions = { pull: true };
    expect(readOne('team', payload).predicate).not.toHaveProperty('role');
  });

  it('added is told by the legacy event too', () => {
    expect(readOne('team_add', documented.team_add)).toMatchObject({
      subjects: [{ kind: 'repository' }],
      predicate: { setting: 'team', action: 'added', name: 'github' },
    });
  });
});
