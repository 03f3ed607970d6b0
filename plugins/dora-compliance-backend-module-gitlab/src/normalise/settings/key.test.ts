import { RECEIVED_AT } from '../../__testUtils__/reading';
import {
  readChanges,
  CREATED_AT,
  readSettings,
} from '../../__testUtils__/readSettings';
import { keyEvent } from '../../__testUtils__/settingsPayloads';

describe('an SSH key', () => {
  // As ssh-keygen -l writes it.
  const print = 'SHA256:ZkAslGjFiUHdGf/WUL8rQvkib4PTvQatUV0OUQSncCA';

  it('of an account is told by its fingerprint', () => {
    const made = keyEvent('key_create');
    expect(readSettings(made)).toMatchObject([
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
    expect(readChanges(made)).toEqual([{ field: 'key', after: print }]);
    const gone = keyEvent('key_destroy');
    expect(readSettings(gone)[0]?.observedAt).toBe(RECEIVED_AT);
    expect(readChanges(gone)).toEqual([{ field: 'key', before: print }]);
  });

  it.each([
    ['deploykey_create', 'created', CREATED_AT],
    ['deploykey_destroy', 'deleted', RECEIVED_AT],
  ])('of a deployment, by %s, is %s', (name, action, at) => {
    expect(readSettings(keyEvent(name))).toMatchObject([
      {
        observedAt: at,
        predicate: { setting: 'deploy-key', action, name: print, changes: [] },
      },
    ]);
  });

  it('may be of nobody, or none that can be read', () => {
    const payload = keyEvent('key_create', { username: null, key: 'odd' });
    expect(readSettings(payload)[0]?.predicate).toEqual({
      setting: 'user',
      action: 'edited',
      changes: [{ field: 'key', after: '#4' }],
      changedAt: CREATED_AT,
    });
    const deploy = keyEvent('deploykey_create', { username: null });
    expect(readSettings(deploy)[0]?.predicate).not.toHaveProperty('member');
  });

  it('is not itself in the evidence, nor the name of a computer', () => {
    expect(JSON.stringify(readSettings(keyEvent('key_create')))).not.toMatch(
      /AAAAC3|laptop/,
    );
  });
});
