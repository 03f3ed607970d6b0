import { RECEIVED_AT } from '../../__testUtils__/reading';
import {
  readChanges,
  CREATED_AT,
  readSettings,
  readUris,
} from '../../__testUtils__/readSettings';
import { groupEvent } from '../../__testUtils__/settingsPayloads';

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
    expect(readSettings(payload)).toMatchObject([
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
    expect(readChanges(groupEvent('group_rename', old))).toEqual([
      { field: 'full_path', before: 'bank/pay', after: 'bank/payments' },
    ]);
    const older = { full_path: undefined, old_path: 'pay' };
    const payload = groupEvent('group_rename', older);
    expect(readChanges(payload)).toEqual([
      { field: 'path', before: 'pay', after: 'payments' },
    ]);
    expect(readUris(payload)).toHaveLength(1);
  });
});
