import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type Payload, URL_OF_PROJECT } from '../../__testUtils__/payloads';
import {
  answer,
  ofInstance,
  read as readAll,
  RECEIVED_AT,
  sent,
  SENT_AT,
  withoutTime,
} from '../../__testUtils__/reading';
import {
  groupEvent,
  groupMember,
  keyEvent,
  projectEvent,
  projectMember,
  tokenEvent,
  userEvent,
} from '../../__testUtils__/settingsPayloads';

const system = 'gitlab.bank.example';
const annHere = { system, login: 'ann', id: '1', kind: 'unknown' };
const CREATED_AT = '2026-03-02T08:00:00.000Z';
const UPDATED_AT = '2026-03-02T09:00:00.000Z';

const read = (payload: Payload) =>
  readAll(payload, ofInstance) as Statement<'settings-changed'>[];
const changesOf = (payload: Payload) => read(payload)[0]?.predicate.changes;
const urisOf = (payload: Payload) =>
  read(payload)[0]?.subjects.map(({ uri }) => uri);

describe('a member', () => {
  it('of a project is told with the access it has', () => {
    expect(read(projectMember('user_update_for_team'))).toEqual([
      {
        type: 'settings-changed',
        subjects: [{ kind: 'repository', uri: URL_OF_PROJECT }],
        predicate: {
          setting: 'member',
          action: 'edited',
          name: 'bank/ledger',
          member: annHere,
          role: 'Maintainer',
          changes: [],
          changedAt: UPDATED_AT,
        },
        observedAt: UPDATED_AT,
        sourceId: 'gitlab',
      },
    ]);
  });

  it('of a group is told by the number of the group', () => {
    const payload = groupMember('user_add_to_group');
    expect(read(payload)).toMatchObject([
      {
        subjects: [
          {
            kind: 'organization',
            uri: 'https://gitlab.bank.example/api/v4/groups/100',
          },
        ],
        predicate: { action: 'added', name: 'bank', role: 'Developer' },
      },
    ]);
    expect(changesOf(payload)).toEqual([
      { field: 'expires_at', after: '2026-12-31T00:00:00Z' },
    ]);
    const forGood = groupMember('user_add_to_group', { expires_at: null });
    expect(changesOf(forGood)).toEqual([]);
  });

  it.each([
    groupMember('user_remove_from_group'),
    projectMember('user_remove_from_team'),
  ])('is removed when that is told, not when it was last updated', payload => {
    const headers = { ...ofInstance, ...sent };
    expect(readAll(payload, headers)).toMatchObject([
      { observedAt: SENT_AT, predicate: { action: 'removed', changes: [] } },
    ]);
    expect(read(payload)[0]?.observedAt).toBe(RECEIVED_AT);
    expect(withoutTime(payload, ofInstance)).toMatchObject({
      outcome: 'rejected',
    });
  });

  it('may have no login, as in older versions', () => {
    const payload = projectMember('user_add_to_team', {
      user_username: undefined,
    });
    expect(read(payload)[0]?.predicate.member).toEqual({
      system,
      id: '1',
      name: 'Ann Teller',
      kind: 'unknown',
    });
  });

  it.each([
    'user_access_request_to_group',
    'user_access_request_denied_for_group',
    'user_access_request_to_project',
  ])('is not told by %s, which changes nothing', name => {
    expect(read(groupMember(name))).toEqual([]);
  });
});

describe('a project', () => {
  it.each(['project_rename', 'project_transfer'])(
    'is told with both paths by %s',
    name => {
      const old = 'old/ledger';
      const payload = projectEvent(name, { old_path_with_namespace: old });
      expect(urisOf(payload)).toEqual([
        URL_OF_PROJECT,
        'https://gitlab.bank.example/old/ledger',
      ]);
      expect(read(payload)).toMatchObject([
        {
          observedAt: UPDATED_AT,
          predicate: { setting: 'repository', action: 'edited' },
        },
      ]);
      expect(changesOf(payload)).toEqual([
        { field: 'path_with_namespace', before: old, after: 'bank/ledger' },
      ]);
    },
  );

  it('that is described anew does not tell what is new', () => {
    expect(changesOf(projectEvent('project_update'))).toEqual([]);
  });

  it.each(['private', 'visibilitylevel|private', 'VisibilityLevel|private'])(
    'that is made is as visible as told: %s',
    project_visibility => {
      const payload = projectEvent('project_create', { project_visibility });
      expect(read(payload)[0]?.observedAt).toBe(CREATED_AT);
      expect(changesOf(payload)).toEqual([
        { field: 'project_visibility', after: 'private' },
      ]);
    },
  );

  it('is gone when that is told, not when it was last updated', () => {
    const payload = projectEvent('project_destroy');
    expect(read(payload)).toMatchObject([
      { observedAt: RECEIVED_AT, predicate: { action: 'deleted' } },
    ]);
    expect(changesOf(payload)).toEqual([
      { field: 'project_visibility', before: 'private' },
    ]);
  });

  it('is rejected when its address is none', () => {
    const payload = projectMember('user_add_to_team', {
      project_path_with_namespace: 'bank/led\0ger',
    });
    expect(answer(payload, ofInstance)).toMatchObject({
      reason: expect.stringContaining('project_path_with_namespace'),
    });
  });

  it('is rejected when nothing tells the GitLab it is of', () => {
    expect(answer(projectEvent('project_create'))).toMatchObject({
      reason: expect.stringContaining('X-Gitlab-Instance'),
    });
  });
});

describe('a group', () => {
  it.each([
    ['group_create', 'created', CREATED_AT],
    ['subgroup_create', 'created', CREATED_AT],
    ['group_destroy', 'deleted', RECEIVED_AT],
    ['subgroup_destroy', 'deleted', RECEIVED_AT],
  ])('%s is %s', (name, action, at) => {
    const payload = groupEvent(name, {
      parent_group_id: 100,
      parent_full_path: 'bank',
    });
    expect(read(payload)).toMatchObject([
      {
        subjects: [
          {
            kind: 'organization',
            uri: 'https://gitlab.bank.example/api/v4/groups/101',
          },
          { uri: 'https://gitlab.bank.example/groups/bank/payments' },
        ],
        predicate: {
          setting: 'group',
          action,
          name: 'bank/payments',
          changes: [],
          changedAt: at,
        },
        observedAt: at,
      },
    ]);
  });

  it('tells both paths when it gets another', () => {
    const old = { old_path: 'pay', old_full_path: 'bank/pay' };
    expect(changesOf(groupEvent('group_rename', old))).toEqual([
      { field: 'full_path', before: 'bank/pay', after: 'bank/payments' },
    ]);
    const older = { full_path: undefined, old_path: 'pay' };
    const payload = groupEvent('group_rename', older);
    expect(changesOf(payload)).toEqual([
      { field: 'path', before: 'pay', after: 'payments' },
    ]);
    expect(urisOf(payload)).toHaveLength(1);
  });
});

describe('an account', () => {
  it.each([
    ['user_create', 'created', CREATED_AT],
    ['user_destroy', 'deleted', RECEIVED_AT],
  ])('%s is %s', (name, action, at) => {
    expect(read(userEvent(name))).toEqual([
      {
        type: 'settings-changed',
        subjects: [
          { kind: 'organization', uri: 'https://gitlab.bank.example' },
        ],
        predicate: {
          setting: 'user',
          action,
          name: 'ann',
          member: annHere,
          changes: [],
          changedAt: at,
        },
        observedAt: at,
        sourceId: 'gitlab',
      },
    ]);
  });

  it('tells both names when it gets another', () => {
    const payload = userEvent('user_rename', { old_username: 'anna' });
    expect(read(payload)[0]?.predicate.action).toBe('edited');
    expect(changesOf(payload)).toEqual([
      { field: 'username', before: 'anna', after: 'ann' },
    ]);
  });

  it('that is blocked and fails to sign in changes nothing', () => {
    expect(read(userEvent('user_failed_login', { state: 'blocked' }))).toEqual(
      [],
    );
  });
});

describe('an SSH key', () => {
  // As ssh-keygen -l writes it.
  const print = 'SHA256:ZkAslGjFiUHdGf/WUL8rQvkib4PTvQatUV0OUQSncCA';

  it('of an account is told by its fingerprint', () => {
    const made = keyEvent('key_create');
    expect(read(made)).toMatchObject([
      {
        observedAt: CREATED_AT,
        predicate: {
          setting: 'user',
          action: 'edited',
          name: 'ann',
          member: { login: 'ann' },
        },
      },
    ]);
    expect(changesOf(made)).toEqual([{ field: 'key', after: print }]);
    const gone = keyEvent('key_destroy');
    expect(read(gone)[0]?.observedAt).toBe(RECEIVED_AT);
    expect(changesOf(gone)).toEqual([{ field: 'key', before: print }]);
  });

  it.each([
    ['deploykey_create', 'created', CREATED_AT],
    ['deploykey_destroy', 'deleted', RECEIVED_AT],
  ])('of a deployment, by %s, is %s', (name, action, at) => {
    expect(read(keyEvent(name))).toMatchObject([
      {
        observedAt: at,
        predicate: { setting: 'deploy-key', action, name: print, changes: [] },
      },
    ]);
  });

  it('may be of nobody, or none that can be read', () => {
    const payload = keyEvent('key_create', { username: null, key: 'odd' });
    expect(read(payload)[0]?.predicate).toEqual({
      setting: 'user',
      action: 'edited',
      changes: [{ field: 'key', after: '#4' }],
      changedAt: CREATED_AT,
    });
    const deploy = keyEvent('deploykey_create', { username: null });
    expect(read(deploy)[0]?.predicate).not.toHaveProperty('member');
  });

  it('is not itself in the evidence, nor the name of a computer', () => {
    expect(JSON.stringify(read(keyEvent('key_create')))).not.toMatch(
      /AAAAC3|laptop/,
    );
  });
});

describe('a token that is about to expire', () => {
  it('was made at some time', () => {
    expect(readAll(tokenEvent())).toEqual([
      {
        type: 'settings-changed',
        subjects: [{ kind: 'repository', uri: URL_OF_PROJECT }],
        predicate: {
          setting: 'access-token',
          action: 'created',
          name: 'deploy bot',
          member: { system, id: '90', kind: 'unknown' },
          changes: [{ field: 'expires_at', after: '2026-12-31' }],
          changedAt: '2026-01-24T16:27:40.000Z',
        },
        observedAt: '2026-01-24T16:27:40.000Z',
        sourceId: 'gitlab',
      },
    ]);
  });

  it.each([
    [{ group_id: 100, full_path: 'bank' }, 2],
    [{ group_id: 100 }, 1],
  ])('may be of a group: %j', (group, count) => {
    const uris = urisOf(tokenEvent({ project: undefined, group }));
    expect(uris).toHaveLength(count);
    expect(uris?.[0]).toBe('https://gitlab.bank.example/api/v4/groups/100');
  });

  it('may be a deploy token, which signs in with a name', () => {
    const payload = tokenEvent({
      object_kind: 'deploy_token',
      event_name: 'expiring_deploy_token',
      object_attributes: {
        name: 'registry',
        username: 'gitlab+deploy-token-1',
        created_at: '2026-01-24 16:27:40 UTC',
      },
    });
    expect(read(payload)[0]?.predicate).toMatchObject({
      name: 'registry',
      member: { login: 'gitlab+deploy-token-1' },
      changes: [],
    });
  });

  it('is rejected when it is of nothing', () => {
    const payload = tokenEvent({ project: undefined });
    expect(answer(payload, ofInstance)).toMatchObject({
      reason: expect.stringContaining('neither project nor group'),
    });
  });
});
