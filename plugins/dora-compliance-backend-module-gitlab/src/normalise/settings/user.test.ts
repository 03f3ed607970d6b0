import { annHere } from '../../__testUtils__/expectedSubjects';
import { RECEIVED_AT } from '../../__testUtils__/reading';
import {
  readChanges,
  CREATED_AT,
  readSettings,
} from '../../__testUtils__/readSettings';
import { userEvent } from '../../__testUtils__/settingsPayloads';

describe('an account', () => {
  it.each([
    ['user_create', 'created', CREATED_AT],
    ['user_destroy', 'deleted', RECEIVED_AT],
  ])('%s is %s', (name, action, at) => {
    expect(readSettings(userEvent(name))).toEqual([
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
    expect(readSettings(payload)[0]?.predicate.action).toBe('edited');
    expect(readChanges(payload)).toEqual([
      { field: 'username', before: 'anna', after: 'ann' },
    ]);
  });

  it('that is blocked and fails to sign in changes nothing', () => {
    expect(
      readSettings(userEvent('user_failed_login', { state: 'blocked' })),
    ).toEqual([]);
  });
});
