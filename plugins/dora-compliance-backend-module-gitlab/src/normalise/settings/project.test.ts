import { URL_OF_PROJECT } from '../../__testUtils__/payloads';
import { answer, ofInstance, RECEIVED_AT } from '../../__testUtils__/reading';
import {
  readChanges,
  CREATED_AT,
  readSettings,
  UPDATED_AT,
  readUris,
} from '../../__testUtils__/readSettings';
import {
  projectEvent,
  projectMember,
} from '../../__testUtils__/settingsPayloads';

describe('a project', () => {
  it.each(['project_rename', 'project_transfer'])(
    'is told with both paths by %s',
    name => {
      const old = 'old/ledger';
      const payload = projectEvent(name, { old_path_with_namespace: old });
      expect(readUris(payload)).toEqual([
        URL_OF_PROJECT,
        'https://gitlab.bank.example/old/ledger',
      ]);
      expect(readSettings(payload)).toMatchObject([
        {
          observedAt: UPDATED_AT,
          predicate: { setting: 'repository', action: 'edited' },
        },
      ]);
      expect(readChanges(payload)).toEqual([
        { field: 'path_with_namespace', before: old, after: 'bank/ledger' },
      ]);
    },
  );

  it('whose description changed does not tell what is new', () => {
    expect(readChanges(projectEvent('project_update'))).toEqual([]);
  });

  it.each(['private', 'visibilitylevel|private', 'VisibilityLevel|private'])(
    'that is made is as visible as told: %s',
    project_visibility => {
      const payload = projectEvent('project_create', { project_visibility });
      expect(readSettings(payload)[0]?.observedAt).toBe(CREATED_AT);
      expect(readChanges(payload)).toEqual([
        { field: 'project_visibility', after: 'private' },
      ]);
    },
  );

  it('is gone when that is told, not when it was last updated', () => {
    const payload = projectEvent('project_destroy');
    expect(readSettings(payload)).toMatchObject([
      { observedAt: RECEIVED_AT, predicate: { action: 'deleted' } },
    ]);
    expect(readChanges(payload)).toEqual([
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
