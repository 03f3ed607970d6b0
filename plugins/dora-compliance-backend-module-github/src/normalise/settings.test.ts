import { deliver, HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { documented } from '../__testUtils__/documented';
import { normalise, onEnterprise, read, readOne } from '../__testUtils__/read';
import { normaliseGithub } from './normaliseGithub';

describe('branch_protection_rule', () => {
  const event = 'branch_protection_rule';

  it('was edited, from what to what', () => {
    expect(
      readOne(event, readPayload('branch_protection_rule.edited.0.json')),
    ).toMatchObject({
      type: 'settings-changed',
      observedAt: HAPPENED_AT,
      subjects: [{ kind: 'repository' }],
      predicate: {
        setting: 'branch-protection',
        action: 'edited',
        name: 'production',
        changes: [
          {
            field: 'authorized_actor_names',
            before: [],
            after: ['Codertocat'],
          },
          { field: 'authorized_actors_only', before: false, after: true },
        ],
        changedBy: { login: 'Codertocat', id: '21031067', kind: 'human' },
        changedAt: HAPPENED_AT,
      },
    });
  });

  it('was made when it says so', () => {
    expect(
      readOne(event, readPayload('branch_protection_rule.created.1.json'))
        .observedAt,
    ).toBe('2023-05-14T02:09:38.000Z');
  });

  it('was deleted at the time of the delivery, not when it was made', () => {
    expect(
      readOne(event, readPayload('branch_protection_rule.deleted.3.json')),
    ).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: { action: 'deleted', changes: [] },
    });
  });

  it('may be changed by somebody who is not told', () => {
    const payload = readPayload('branch_protection_rule.edited.0.json');
    payload.sender = null;
    expect(readOne(event, payload).predicate).not.toHaveProperty('changedBy');
  });

  it('is rejected when nothing tells when it happened', () => {
    const { body } = deliver(
      event,
      readPayload('branch_protection_rule.deleted.3.json'),
    );
    expect(
      normaliseGithub(
        { headers: { 'x-github-event': event }, body },
        { productionEnvironments: [], protectedBranches: [] },
      ),
    ).toEqual({
      outcome: 'rejected',
      reason: expect.stringContaining('nor its receipt tells'),
    });
  });
});

describe('branch_protection_configuration', () => {
  it.each(['enabled', 'disabled'] as const)('was %s', action => {
    expect(
      readOne(
        'branch_protection_configuration',
        documented[`branch_protection_configuration.${action}`],
      ).predicate,
    ).toMatchObject({
      setting: 'branch-protection',
      action: 'edited',
      changes: [{ field: 'enabled', after: action === 'enabled' }],
    });
  });
});

describe('repository_ruleset', () => {
  const event = 'repository_ruleset';

  it('was made when it says so', () => {
    expect(
      readOne(event, documented['repository_ruleset.created']),
    ).toMatchObject({
      observedAt: '2023-05-01T10:00:00.000Z',
      subjects: [{ kind: 'repository' }],
      predicate: { action: 'created', name: 'Reviewed changes' },
    });
  });

  it('was edited, and in which fields', () => {
    expect(
      readOne(event, documented['repository_ruleset.edited']),
    ).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: {
        changes: [
          { field: 'enforcement', before: 'evaluate', after: 'active' },
          { field: 'name', before: 'Old name', after: 'Reviewed changes' },
          {
            field: 'rules',
            before: ['deletion', 'pull_request'],
            after: ['deletion'],
          },
        ],
      },
    });
  });

  it('may be of a whole organisation', () => {
    const payload = documented['repository_ruleset.deleted'];
    expect(readOne(event, payload)).toMatchObject({
      subjects: [
        { kind: 'organization', uri: 'https://github.com/Octocoders' },
      ],
      predicate: { changedBy: { system: 'github.com' } },
    });
    expect(readOne(event, onEnterprise(payload))).toMatchObject({
      subjects: [
        { kind: 'organization', uri: 'https://github.bank.example/Octocoders' },
      ],
      predicate: { changedBy: { system: 'github.bank.example' } },
    });
  });

  it('of a tenant is of the web server beside its API', () => {
    const payload = structuredClone(documented['repository_ruleset.deleted']);
    payload.organization.url = 'https://api.bank.ghe.com/orgs/Octocoders';
    expect(readOne(event, payload).subjects).toEqual([
      { kind: 'organization', uri: 'https://bank.ghe.com/Octocoders' },
    ]);
  });

  it('may be of a whole enterprise', () => {
    const { organization, ...rest } = documented['repository_ruleset.deleted'];
    const enterprise = { html_url: 'https://github.com/enterprises/bank' };
    expect(readOne(event, { ...rest, enterprise }).subjects).toEqual([
      { kind: 'organization', uri: 'https://github.com/enterprises/bank' },
    ]);
  });

  it('of repositories protects no branch', () => {
    const payload = structuredClone(documented['repository_ruleset.created']);
    payload.repository_ruleset.target = 'repository';
    expect(readOne(event, payload).predicate).toMatchObject({
      setting: 'repository',
      name: 'Reviewed changes',
    });
  });

  it('of nothing is rejected', () => {
    const { organization, ...rest } = documented['repository_ruleset.deleted'];
    expect(normalise(event, rest)).toEqual({
      outcome: 'rejected',
      reason: 'repository_ruleset: organization is missing',
    });
  });
});

describe('repository', () => {
  it.each([
    [
      'repository.privatized.5.json',
      'edited',
      [{ field: 'visibility', after: 'private' }],
    ],
    [
      'repository.publicized.0.json',
      'edited',
      [{ field: 'visibility', after: 'public' }],
    ],
    ['repository.created.1.json', 'created', []],
    [
      'repository.edited.4.json',
      'edited',
      [{ field: 'default_branch', before: 'main', after: 'master' }],
    ],
  ])('of %s was %s', (file, action, changes) => {
    expect(readOne('repository', readPayload(file)).predicate).toMatchObject({
      setting: 'repository',
      action,
      name: 'Hello-World',
      changes,
    });
  });

  it.each([
    ['archived', 'edited', [{ field: 'archived', before: false, after: true }]],
    [
      'unarchived',
      'edited',
      [{ field: 'archived', before: true, after: false }],
    ],
    ['deleted', 'deleted', []],
  ] as const)('was %s', (told, action, changes) => {
    expect(
      readOne('repository', documented[`repository.${told}`]).predicate,
    ).toMatchObject({ action, changes });
  });

  it('that was renamed is also known by its old address', () => {
    const payload = readPayload('repository.renamed.9.json');
    payload.changes.repository.name.from = 'Old';
    expect(readOne('repository', payload).predicate).toMatchObject({
      changes: [
        { field: 'repository.name', before: 'Old', after: 'Hello-World' },
      ],
    });
    expect(readOne('repository', payload).subjects).toEqual([
      { kind: 'repository', uri: 'https://github.com/Octocoders/Hello-World' },
      { kind: 'repository', uri: 'https://github.com/Octocoders/Old' },
    ]);
  });

  it('that was transferred is also known by its old address', () => {
    const payload = readPayload('repository.transferred.10.json');
    const [now, before] = readOne('repository', payload).subjects;
    expect(before).toEqual({
      kind: 'repository',
      uri: now?.uri?.replace(/\/[^/]+\/Hello-World$/, '/octocat/Hello-World'),
    });
    expect(before).not.toEqual(now);
    payload.changes.owner.from = { organization: { login: 'Bank' } };
    expect(readOne('repository', payload).predicate).toMatchObject({
      changes: [{ field: 'owner', before: 'Bank', after: 'Octocoders' }],
    });
    expect(readOne('repository', payload).subjects[1]?.uri).toMatch(
      /\/Bank\/Hello-World$/,
    );
  });

  it('that stays where it is has one address', () => {
    const payload = readPayload('repository.edited.4.json');
    expect(readOne('repository', payload).subjects).toHaveLength(1);
  });

  it('made public is told the same by both events', () => {
    const payload = readPayload('public.0.json');
    expect(readOne('public', payload)).toEqual(
      readOne('repository', { ...payload, action: 'publicized' }),
    );
  });

  it('being imported tells nothing', () => {
    expect(read('repository_import', documented.repository_import)).toEqual([]);
  });
});

describe('security_and_analysis', () => {
  it('names the scanners that were switched', () => {
    const payload = documented.security_and_analysis;
    expect(readOne('security_and_analysis', payload).predicate).toMatchObject({
      setting: 'repository',
      name: 'security_and_analysis',
      changes: [
        { field: 'advanced_security.status', before: 'enabled' },
        { field: 'secret_scanning.status', before: 'enabled' },
      ],
    });
    const security_and_analysis = {
      advanced_security: { status: 'enabled' },
      secret_scanning: { status: 'disabled' },
    };
    const repository = { ...payload.repository, security_and_analysis };
    expect(
      readOne('security_and_analysis', { ...payload, repository }).predicate,
    ).toMatchObject({
      changes: [
        {
          field: 'secret_scanning.status',
          before: 'enabled',
          after: 'disabled',
        },
      ],
    });
  });
});

describe('meta', () => {
  it('is the end of the webhook, without its address or secret', () => {
    const statement = readOne('meta', readPayload('meta.deleted.1.json'));
    expect(statement).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: { setting: 'webhook', action: 'deleted', name: '101047067' },
    });
    expect(JSON.stringify(statement)).not.toContain('example.com/hook');
  });

  it('may be of an organisation', () => {
    const payload = readPayload('meta.deleted.1.json');
    const { organization } = readPayload('team.created.2.json');
    delete payload.repository;
    expect(
      readOne('meta', { ...payload, organization }).subjects,
    ).toMatchObject([{ kind: 'organization' }]);
  });
});

describe('custom_property_values', () => {
  it('have old and new values', () => {
    const payload = {
      ...documented['repository.archived'],
      action: 'updated',
      old_property_values: [{ property_name: 'tier', value: 'low' }],
      new_property_values: [
        { property_name: 'tier', value: 'critical' },
        { property_name: 'teams', value: ['a', 'b'] },
      ],
    };
    expect(readOne('custom_property_values', payload)).toMatchObject({
      subjects: [{ kind: 'repository' }],
      predicate: {
        setting: 'repository',
        name: 'custom_properties',
        changes: [
          { field: 'teams', after: ['a', 'b'] },
          { field: 'tier', before: 'low', after: 'critical' },
        ],
      },
    });
  });
});
