import { bankLedger } from '../../__testUtils__/github/bankLedger';
import {
  CANARY,
  deployKeyBody,
  installationBody,
  secretBody,
} from '../../__testUtils__/github/documentedCredentials';
import { environmentBody } from '../../__testUtils__/github/FakeSettings';
import { collectPart, MemoryCache } from '../../__testUtils__/github/rounds';

jest.setTimeout(600_000);

let github = bankLedger();
beforeEach(async () => {
  github = await bankLedger().start();
  github.repository.body.security_and_analysis = {
    secret_scanning: { status: 'enabled' },
    secret_scanning_push_protection: { status: 'disabled' },
  };
});
afterEach(() => github.stop());

async function only(part: string) {
  const cache = new MemoryCache();
  const { statements, documents, heartbeat } = await collectPart(github, part, {
    cache,
  });
  expect(documents).toHaveLength(1);
  expect(statements).toHaveLength(1);
  return {
    ...statements[0]!,
    stored: JSON.stringify([documents, [...cache.kept], heartbeat]),
  };
}

const refuse = (path: string, body: unknown = { message: 'Not Found' }) =>
  github.refusals.set(path, { status: 404, body });

describe('secrets', () => {
  it('are told by name, scope and age, never by value', async () => {
    const { type, predicate, stored } = await only('secrets');
    expect(type).toBe('secrets-observed');
    expect(predicate).toEqual({
      complete: true,
      secrets: [
        {
          name: 'REGISTRY_TOKEN',
          scope: 'organization',
          protectedOnly: false,
          updatedAt: '2024-03-03T09:00:00.000Z',
        },
        {
          name: 'SIGNING_KEY',
          scope: 'repository',
          protectedOnly: false,
          updatedAt: '2024-03-02T09:00:00.000Z',
        },
        {
          name: 'DEPLOY_TOKEN',
          scope: 'environment',
          environment: 'production',
          updatedAt: '2024-03-04T09:00:00.000Z',
        },
      ],
      scanning: true,
      pushProtection: false,
    });
    expect(stored).toContain('SIGNING_KEY');
    expect(stored).not.toContain(CANARY);
  });

  it.each([
    [null, false],
    [{ protected_branches: true, custom_branch_policies: false }, true],
  ])(
    'of an environment with the policy %j are protected: %s',
    async (policy, isProtected) => {
      github.settings.environments = [
        environmentBody('release/eu', { deployment_branch_policy: policy }),
      ];
      const path = '/environments/release/eu/secrets';
      github.settings.secrets.set(path, [secretBody('EU', 5)]);
      const { predicate } = await only('secrets');
      expect(predicate).toMatchObject({
        secrets: [
          {},
          {},
          { environment: 'release/eu', protectedOnly: isProtected },
        ],
      });
    },
  );

  it.each([
    ['/actions/secrets', 'Secrets: read'],
    ['/actions/organization-secrets', 'Secrets: read'],
    ['/environments', 'Actions: read'],
    ['/environments/production/secrets', 'Environments: read'],
  ])('are not whole where GitHub refuses %s', async (path, permission) => {
    const more = path.endsWith('secrets') && { value: CANARY };
    refuse(`/repos/bank/ledger${path}`, { message: 'no', ...more });
    const { predicate, stored } = await only('secrets');
    expect(predicate).toMatchObject({
      complete: false,
      problem: `GitHub answered 404 to GET /repos/bank/ledger${path}?per_page=100: it takes the permission ${permission}`,
    });
    expect(stored).not.toContain(CANARY);
  });

  it('are not quoted where an answer can’t be read', async () => {
    github.refusals.set('/repos/bank/ledger/actions/secrets', {
      status: 200,
      body: `{"value": "${CANARY}",,`,
    });
    const { predicate, stored } = await only('secrets');
    expect(predicate).toMatchObject({ complete: false });
    expect(stored).not.toContain(CANARY);
  });

  it.each([null, undefined, {}])(
    'tell nothing of scanning where GitHub hides it as %j',
    async hidden => {
      github.repository.body.security_and_analysis = hidden;
      const { predicate } = await only('secrets');
      expect(predicate).toMatchObject({
        complete: false,
        problem: expect.stringContaining('Administration: read'),
      });
      expect(predicate).not.toHaveProperty('scanning');
      expect(predicate).not.toHaveProperty('pushProtection');
    },
  );

  it('are those of the repository alone where a person owns it', async () => {
    github.repository.body.owner.type = 'User';
    const { predicate } = await only('secrets');
    expect(predicate).toMatchObject({
      complete: true,
      secrets: [{ scope: 'repository' }, { scope: 'environment' }],
    });
  });
});

describe('credentials', () => {
  it('are keys and applications with their rights and use', async () => {
    const { type, predicate, stored } = await only('credentials');
    expect(type).toBe('credentials-observed');
    const key = {
      kind: 'deploy-key',
      admin: false,
      createdAt: '2022-05-01T09:00:00.000Z',
      createdBy: { system: 'github.example', login: 'alice', kind: 'unknown' },
      permanent: true,
    };
    expect(predicate).toEqual({
      complete: true,
      credentials: [
        {
          ...key,
          id: '1',
          name: 'deploy-1',
          mayWrite: false,
          lastUsedAt: '2024-02-28T09:00:00.000Z',
        },
        { ...key, id: '2', name: 'deploy-2', mayWrite: true },
        {
          kind: 'application',
          id: '7',
          name: 'renovate',
          mayWrite: true,
          admin: false,
          createdAt: '2023-04-01T09:00:00.000Z',
          permanent: true,
          repositories: 'all',
        },
      ],
    });
    expect(stored).not.toContain(CANARY);
  });

  it('leave out applications that are suspended, and keys that are off can’t write', async () => {
    github.settings.deployKeys = [{ ...deployKeyBody(2), enabled: false }];
    github.settings.installations = [
      { ...installationBody(8, 'old'), suspended_at: '2024-01-01T00:00:00Z' },
      {
        ...installationBody(9, 'admin'),
        repository_selection: 'selected',
        permissions: { administration: 'write' },
      },
    ];
    const { predicate } = await only('credentials');
    expect(predicate).toMatchObject({
      credentials: [
        { id: '2', mayWrite: false },
        { id: '9', mayWrite: true, admin: true, repositories: 'selected' },
      ],
    });
  });

  it.each([
    ['/repos/bank/ledger/keys', 'Administration: read'],
    ['/orgs/bank/installations', 'Administration: read of the organization'],
  ])('are not whole where GitHub refuses %s', async (path, permission) => {
    refuse(path);
    const { predicate } = await only('credentials');
    expect(predicate).toMatchObject({
      complete: false,
      problem: `GitHub answered 404 to GET ${path}?per_page=100: it takes the permission ${permission}`,
    });
  });

  it('of a person’s repository are its keys', async () => {
    github.repository.body.owner.type = 'User';
    const { predicate } = await only('credentials');
    expect(predicate).toMatchObject({ complete: true });
    expect(github.api.requests.join()).not.toContain('/orgs/');
  });
});

describe('owners of workflows', () => {
  const path = '.github/workflows/deploy.yml';
  const write = (name: string, text: string) =>
    github.repository.files.set(name, text);

  it('are those of the last pattern that matches', async () => {
    write('.github/CODEOWNERS', '* @bank/all\n/.github/workflows/ @bank/ci\n');
    const { type, predicate } = await only('code-owners');
    expect(type).toBe('code-owners-observed');
    expect(predicate).toEqual({
      complete: true,
      path: '.github/CODEOWNERS',
      definitions: [{ path, owners: ['@bank/ci'] }],
      ownsItself: true,
    });
  });

  it.each([
    ['CODEOWNERS', ['CODEOWNERS', 'docs/CODEOWNERS']],
    ['docs/CODEOWNERS', ['docs/CODEOWNERS']],
  ])('are taken from %s where that is the first', async (first, names) => {
    github.repository.files.delete('.github/CODEOWNERS');
    names.forEach(name => write(name, `/.github/ @bank/of-${name}`));
    const { predicate } = await only('code-owners');
    expect(predicate).toEqual({
      complete: true,
      path: first,
      definitions: [{ path, owners: [`@bank/of-${first}`] }],
      ownsItself: false,
    });
  });

  it('are none, and that is whole, without a file', async () => {
    github.repository.files.delete('.github/CODEOWNERS');
    const { predicate } = await only('code-owners');
    expect(predicate).toEqual({
      complete: true,
      definitions: [{ path, owners: [] }],
    });
  });

  it('are not those whom GitHub does not know', async () => {
    github.settings.ownersErrors = [
      {
        line: 1,
        column: 11,
        kind: 'Unknown owner',
        path: '.github/CODEOWNERS',
      },
    ];
    const { predicate } = await only('code-owners');
    expect(predicate).toMatchObject({ definitions: [{ path, owners: [] }] });
  });

  it.each([
    '/repos/bank/ledger/contents/.github/CODEOWNERS',
    '/repos/bank/ledger/codeowners/errors',
    '/repos/bank/ledger/contents/.github',
  ])('are not whole where GitHub refuses %s', async refused => {
    refuse(refused);
    const { predicate } = await only('code-owners');
    expect(predicate).toMatchObject({
      complete: false,
      problem: expect.stringContaining('the permission Contents: read'),
    });
  });

  it('are unknown where the file can’t be read', async () => {
    github.refusals.set('/repos/bank/ledger/contents/.github/CODEOWNERS', {
      status: 200,
      body: {
        type: 'file',
        path: '.github/CODEOWNERS',
        sha: 'abc',
        size: 2,
        encoding: 'base64',
        content: Buffer.from([0xff, 0xfe]).toString('base64'),
      },
    });
    const { predicate } = await only('code-owners');
    expect(predicate).toEqual({
      complete: false,
      problem: expect.stringContaining(".github/CODEOWNERS can't be read"),
      path: '.github/CODEOWNERS',
      definitions: [],
    });
  });
});
