import { ledger, SYSTEM } from '../../__testUtils__/expectedSubjects';
import { answer, ofInstance, read } from '../../__testUtils__/reading';
import { readSettings, readUris } from '../../__testUtils__/readSettings';
import { tokenEvent } from '../../__testUtils__/settingsPayloads';

describe('a token that is about to expire', () => {
  it('was made at some time', () => {
    expect(read(tokenEvent())).toEqual([
      {
        type: 'settings-changed',
        subjects: [ledger],
        predicate: {
          setting: 'access-token',
          action: 'created',
          name: 'deploy bot',
          member: { system: SYSTEM, id: '90', kind: 'unknown' },
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
    const uris = readUris(tokenEvent({ project: undefined, group }));
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
    expect(readSettings(payload)[0]?.predicate).toMatchObject({
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
