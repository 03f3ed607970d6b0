import { annHere, ledger, SYSTEM } from '../../__testUtils__/expectedSubjects';
import {
  ofInstance,
  read,
  RECEIVED_AT,
  sent,
  SENT_AT,
  withoutTime,
} from '../../__testUtils__/reading';
import {
  readChanges,
  readSettings,
  UPDATED_AT,
} from '../../__testUtils__/readSettings';
import {
  groupMember,
  projectMember,
} from '../../__testUtils__/settingsPayloads';

describe('a member', () => {
  it('of a project is told with the access it has', () => {
    expect(readSettings(projectMember('user_update_for_team'))).toEqual([
      {
        type: 'settings-changed',
        subjects: [ledger],
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
    expect(readSettings(payload)).toMatchObject([
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
    expect(readChanges(payload)).toEqual([
      { field: 'expires_at', after: '2026-12-31T00:00:00Z' },
    ]);
    const forGood = groupMember('user_add_to_group', { expires_at: null });
    expect(readChanges(forGood)).toEqual([]);
  });

  it.each([
    groupMember('user_remove_from_group'),
    projectMember('user_remove_from_team'),
  ])('is removed when that is told, not when it was last updated', payload => {
    const headers = { ...ofInstance, ...sent };
    expect(read(payload, headers)).toMatchObject([
      { observedAt: SENT_AT, predicate: { action: 'removed', changes: [] } },
    ]);
    expect(readSettings(payload)[0]?.observedAt).toBe(RECEIVED_AT);
    expect(withoutTime(payload, ofInstance)).toMatchObject({
      outcome: 'rejected',
    });
  });

  it('may have no login, as in older versions', () => {
    const payload = projectMember('user_add_to_team', {
      user_username: undefined,
    });
    expect(readSettings(payload)[0]?.predicate.member).toEqual({
      system: SYSTEM,
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
    expect(readSettings(groupMember(name))).toEqual([]);
  });
});
