import { organizationOnly } from '../__testUtils__/around';
import { HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { normalise, onEnterprise, readOne } from '../__testUtils__/read';

describe('deploy_key', () => {
  const changed = (action: string, key: object = {}) => {
    const payload = readPayload('deploy_key.created.0.json');
    return { ...payload, action, key: { ...payload.key, ...key } };
  };

  it('was made when it says so, and may read', () => {
    const statement = readOne('deploy_key', changed('created'));
    expect(statement).toMatchObject({
      type: 'settings-changed',
      observedAt: '2019-04-02T17:37:07.000Z',
      subjects: [{ kind: 'repository' }],
      predicate: {
        setting: 'deploy-key',
        action: 'created',
        name: 'hey-its-a-deploy-key',
        role: 'read',
        changedBy: { login: 'Codertocat' },
      },
    });
    expect(JSON.stringify(statement)).not.toContain('ssh-rsa');
  });

  it('may write', () => {
    expect(
      readOne('deploy_key', changed('created', { read_only: false })).predicate,
    ).toMatchObject({ role: 'write' });
  });

  it('does not say what it may where that is not told', () => {
    expect(
      readOne('deploy_key', changed('created', { read_only: null })).predicate,
    ).not.toHaveProperty('role');
  });

  it('was deleted at the moment of the delivery', () => {
    expect(
      readOne('deploy_key', onEnterprise(changed('deleted', { title: '' }))),
    ).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: { action: 'deleted', name: '100' },
    });
  });
});

describe('personal_access_token_request', () => {
  const asked = (action: string, request: object = {}) => ({
    action,
    personal_access_token_request: {
      id: 1,
      owner: { login: 'ann', id: 9, type: 'User' },
      permissions_added: { repository: { contents: 'write' } },
      permissions_upgraded: { organization: { members: 'read' } },
      permissions_result: { repository: { contents: 'write' } },
      repository_selection: 'subset',
      repository_count: 1,
      repositories: [{ full_name: 'Octocoders/Hello-World', id: 7 }],
      created_at: '2024-02-03T04:05:06Z',
      token_id: 98,
      token_name: 'release-bot',
      token_expired: false,
      token_expires_at: null,
      token_last_used_at: null,
      ...request,
    },
    ...organizationOnly(),
  });

  it('gives access when it is approved', () => {
    expect(
      readOne('personal_access_token_request', asked('approved')),
    ).toMatchObject({
      observedAt: HAPPENED_AT,
      subjects: [
        { kind: 'organization', uri: 'https://github.com/Octocoders' },
        {
          kind: 'repository',
          uri: 'https://github.com/Octocoders/Hello-World',
        },
      ],
      predicate: {
        setting: 'access-token',
        action: 'added',
        name: 'release-bot',
        member: { login: 'ann', id: '9', kind: 'human' },
        changes: [
          { field: 'permissions_added.repository.contents', after: 'write' },
          { field: 'permissions_upgraded.organization.members', after: 'read' },
          { field: 'repository_selection', after: 'subset' },
          { field: 'request', after: 'approved' },
          { field: 'token_expires_at', after: null },
        ],
        changedBy: { login: 'Codertocat' },
      },
    });
  });

  it('was made when it says so, and gives nothing yet', () => {
    expect(
      readOne('personal_access_token_request', asked('created')),
    ).toMatchObject({
      observedAt: '2024-02-03T04:05:06.000Z',
      predicate: {
        action: 'edited',
        changes: expect.arrayContaining([
          { field: 'request', after: 'created' },
        ]),
      },
    });
  });

  it.each(['denied', 'cancelled'])('that was %s gives nothing', action => {
    expect(
      readOne('personal_access_token_request', asked(action)).predicate,
    ).toMatchObject({
      action: 'edited',
      changes: expect.arrayContaining([{ field: 'request', after: action }]),
    });
  });

  it('may be of an account that is gone, and of all repositories', () => {
    const payload = asked('approved', { owner: null, repositories: null });
    expect(readOne('personal_access_token_request', payload)).toMatchObject({
      subjects: [{ kind: 'organization' }],
      predicate: { member: { name: 'ghost', kind: 'unknown' } },
    });
  });

  it('with an action GitHub does not know is rejected', () => {
    expect(
      normalise('personal_access_token_request', asked('stolen')),
    ).toMatchObject({ outcome: 'rejected' });
  });
});
