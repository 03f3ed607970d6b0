import { enterprisePayloads, HAPPENED_AT } from '../__testUtils__/payloads';
import { read, readOne } from '../__testUtils__/read';
import { documented } from '../__testUtils__/documented';

const readServerPayload = (file: string) => {
  const found = enterprisePayloads().find(one => one.file === file);
  return JSON.parse(new TextDecoder().decode(found?.body));
};

const SERVER = { kind: 'organization', uri: 'https://octocoders.github.io' };

describe('a server of one’s own', () => {
  it('has a new account', () => {
    expect(
      readOne('user', readServerPayload('ghes-35/user.created.0.json')),
    ).toMatchObject({
      observedAt: HAPPENED_AT,
      subjects: [SERVER],
      predicate: {
        setting: 'user',
        action: 'created',
        name: 'Snowtocat',
        member: { system: 'octocoders.github.io', login: 'Snowtocat' },
      },
    });
  });

  it('lets anybody read, or no longer', () => {
    const payload = readServerPayload(
      'ghes-35/enterprise.anonymous_access_enabled.0.json',
    );
    expect(readOne('enterprise', payload)).toMatchObject({
      subjects: [SERVER],
      predicate: {
        setting: 'repository',
        changes: [{ field: 'anonymous_access', after: true }],
      },
    });
    const action = 'anonymous_access_disabled';
    expect(readOne('enterprise', { ...payload, action })).toMatchObject({
      predicate: { changes: [{ field: 'anonymous_access', after: false }] },
    });
    expect(read('enterprise', { ...payload, action: 'created' })).toEqual([]);
  });

  it('lets anybody read a single repository', () => {
    const payload = {
      ...documented['repository.archived'],
      action: 'anonymous_access_enabled',
    };
    expect(readOne('repository', payload)).toMatchObject({
      subjects: [{ kind: 'repository' }],
      predicate: { changes: [{ field: 'anonymous_access', after: true }] },
    });
  });
});
