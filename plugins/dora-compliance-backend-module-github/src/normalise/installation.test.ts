import { HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { onEnterprise, read, readOne } from '../__testUtils__/read';

const created = () => readPayload('installation.created.1.json');

describe('installation', () => {
  it('of an app tells what it may do, and where', () => {
    const payload = created();
    Object.assign(payload.installation, {
      app_slug: 'release-app',
      permissions: { contents: 'write', metadata: 'read' },
      repository_selection: 'selected',
    });
    expect(readOne('installation', payload)).toMatchObject({
      type: 'settings-changed',
      observedAt: '2019-05-15T15:19:51.000Z',
      subjects: [
        { kind: 'organization', uri: 'https://github.com/Codertocat' },
        {
          kind: 'repository',
          uri: 'https://github.com/Codertocat/Hello-World',
        },
      ],
      predicate: {
        setting: 'app-installation',
        action: 'created',
        name: 'release-app',
        changes: [
          { field: 'permissions.contents', after: 'write' },
          { field: 'permissions.metadata', after: 'read' },
          { field: 'repository_selection', after: 'selected' },
        ],
        changedBy: { login: 'Codertocat' },
      },
    });
  });

  it.each([
    ['installation.deleted.0.json', 'deleted', HAPPENED_AT],
    ['installation.suspend.5.json', 'suspended', '2021-04-29T02:32:50.000Z'],
    ['installation.unsuspend.6.json', 'restored', HAPPENED_AT],
  ])('of %s was %s', (file, action, observedAt) => {
    expect(readOne('installation', readPayload(file))).toMatchObject({
      observedAt,
      predicate: { action, changes: [] },
    });
  });

  it('was given more rights: those it has now', () => {
    const payload = readPayload('installation.new_permissions_accepted.4.json');
    expect(readOne('installation', payload)).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: {
        action: 'edited',
        changes: expect.arrayContaining([
          { field: 'permissions.administration', after: 'write' },
        ]),
      },
    });
  });

  it('goes by the number of its app where it has no name', () => {
    const payload = created();
    payload.installation.app_slug = '';
    expect(readOne('installation', payload).predicate).toMatchObject({
      name: '29310',
    });
  });

  it('may be of an enterprise, or of an account that is gone', () => {
    const payload = created();
    const html_url = 'https://github.com/enterprises/bank';
    payload.installation.account = { slug: 'bank', html_url };
    expect(readOne('installation', payload).subjects[0]).toEqual({
      kind: 'organization',
      uri: html_url,
    });
    payload.installation.account = null;
    payload.organization = readPayload('team.created.2.json').organization;
    expect(readOne('installation', payload).subjects[0]).toEqual({
      kind: 'organization',
      uri: 'https://github.com/Octocoders',
    });
  });

  it('names a server of its own', () => {
    expect(readOne('installation', onEnterprise(created()))).toMatchObject({
      subjects: [
        { uri: 'https://github.bank.example/Codertocat' },
        { uri: 'https://github.bank.example/Codertocat/Hello-World' },
      ],
      predicate: { changedBy: { system: 'github.bank.example' } },
    });
  });

  it('with another action changes nothing', () => {
    expect(read('installation', { ...created(), action: 'seen' })).toEqual([]);
  });
});

describe('installation_repositories', () => {
  it('grew', () => {
    const payload = readPayload('installation_repositories.added.0.json');
    expect(readOne('installation_repositories', payload)).toMatchObject({
      observedAt: HAPPENED_AT,
      subjects: [
        { kind: 'organization' },
        { kind: 'repository', uri: 'https://github.com/Codertocat/Space' },
      ],
      predicate: {
        setting: 'app-installation',
        action: 'edited',
        changes: [
          { field: 'repositories_added', after: ['Codertocat/Space'] },
          { field: 'repository_selection', after: 'selected' },
        ],
      },
    });
  });

  it('shrank', () => {
    const payload = readPayload('installation_repositories.removed.2.json');
    payload.repositories_removed.push({ id: 7 });
    expect(
      readOne('installation_repositories', payload).predicate,
    ).toMatchObject({
      changes: [
        { field: 'repositories_removed', before: ['octocat/Hello-World'] },
        { field: 'repository_selection', after: 'selected' },
      ],
    });
  });
});
