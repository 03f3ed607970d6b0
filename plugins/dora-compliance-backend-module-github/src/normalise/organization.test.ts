import { documented } from '../__testUtils__/documented';
import { HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { normalise, onEnterprise, read, readOne } from '../__testUtils__/read';

const OCTOCODERS = {
  kind: 'organization',
  uri: 'https://github.com/Octocoders',
};

describe('organization', () => {
  it.each([
    [readPayload('organization.member_added.0.json'), 'added'],
    [documented['organization.member_removed'], 'removed'],
  ])('has a member %#', (payload, action) => {
    expect(readOne('organization', payload)).toMatchObject({
      subjects: [OCTOCODERS],
      predicate: {
        setting: 'member',
        action,
        member: { login: 'hacktocat', id: '39652351' },
        role: 'member',
      },
    });
  });

  it('was renamed, and is also known by its old address', () => {
    const payload = readPayload('organization.renamed.4.json');
    payload.changes.login.from = 'Oldcoders';
    expect(readOne('organization', payload)).toMatchObject({
      observedAt: HAPPENED_AT,
      subjects: [
        OCTOCODERS,
        { kind: 'organization', uri: 'https://github.com/Oldcoders' },
      ],
      predicate: {
        setting: 'group',
        action: 'edited',
        name: 'Octocoders',
        changes: [{ field: 'login', before: 'Oldcoders', after: 'Octocoders' }],
      },
    });
  });

  it('was deleted', () => {
    const { organization, sender } = readPayload('organization.renamed.4.json');
    expect(
      readOne('organization', { action: 'deleted', organization, sender }),
    ).toMatchObject({
      subjects: [OCTOCODERS],
      predicate: { setting: 'group', action: 'deleted', changes: [] },
    });
  });
});

describe('an invitation', () => {
  const invited = (invitation: object = {}, more: object = {}) => {
    const payload = readPayload('organization.member_invited.3.json');
    return {
      ...payload,
      invitation: { ...payload.invitation, ...invitation },
      ...more,
    };
  };

  it('is of an account, by the one who invited', () => {
    expect(
      readOne('organization', invited({}, { user: undefined })),
    ).toMatchObject({
      observedAt: '2021-05-24T04:10:21.000Z',
      subjects: [OCTOCODERS],
      predicate: {
        setting: 'invitation',
        action: 'created',
        name: 'hacktocat',
        member: { system: 'github.com', login: 'hacktocat', kind: 'unknown' },
        role: 'direct_member',
        changedBy: { login: 'Codertocat', kind: 'human' },
      },
    });
  });

  it('is of an account whose id is told beside it', () => {
    const user = { login: 'hacktocat', id: 39652351, type: 'User' };
    expect(
      readOne('organization', invited({}, { user })).predicate,
    ).toMatchObject({ member: { id: '39652351', kind: 'human' } });
  });

  it('is of an address where there is no account yet', () => {
    const payload = invited(
      { login: null, email: 'ann@bank.example', inviter: null },
      { user: null },
    );
    const { predicate } = readOne('organization', onEnterprise(payload));
    expect(predicate).toMatchObject({
      name: 'ann@bank.example',
      member: {
        system: 'github.bank.example',
        email: 'ann@bank.example',
        kind: 'unknown',
      },
      changedBy: { login: 'Codertocat' },
    });
  });

  it('of an organization is no matter of the repository that is told', () => {
    const { repository } = readPayload('member.added.0.json');
    expect(
      readOne('organization', invited({}, { repository })).subjects,
    ).toEqual([OCTOCODERS]);
  });
});

describe('installation_target', () => {
  it('is an account of an app that was renamed', () => {
    const payload = {
      action: 'renamed',
      account: {
        login: 'newbank',
        id: 7,
        html_url: 'https://github.com/newbank',
      },
      changes: { login: { from: 'oldbank' } },
      installation: { id: 1 },
      target_type: 'Organization',
    };
    const statement = readOne('installation_target', payload);
    expect(statement).toMatchObject({
      subjects: [
        { kind: 'organization', uri: 'https://github.com/newbank' },
        { kind: 'organization', uri: 'https://github.com/oldbank' },
      ],
      predicate: {
        setting: 'group',
        action: 'edited',
        name: 'newbank',
        changes: [{ field: 'login', before: 'oldbank', after: 'newbank' }],
      },
    });
    expect(statement.predicate).not.toHaveProperty('changedBy');
  });
});

describe('org_block', () => {
  it.each([
    ['org_block.blocked.0.json', true],
    ['org_block.unblocked.3.json', false],
  ])('in %s says blocked: %s', (file, after) => {
    const payload = readPayload(file);
    expect(readOne('org_block', payload)).toMatchObject({
      subjects: [{ kind: 'organization' }],
      predicate: {
        setting: 'user',
        action: 'edited',
        member: { login: payload.blocked_user.login },
        changes: [{ field: 'blocked', after }],
      },
    });
  });

  it('with an action GitHub does not know is rejected', () => {
    const payload = readPayload('org_block.blocked.0.json');
    expect(
      normalise('org_block', { ...payload, action: 'hidden' }),
    ).toMatchObject({ outcome: 'rejected' });
    expect(read('organization', { action: 'unheard_of' })).toEqual([]);
  });
});
