import {
  COLLECTED_HEADER,
  collectedBody,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { CANARY, ownersFile } from '../__testUtils__/credentialAnswers';
import { FakeGitlab } from '../__testUtils__/FakeGitlab';
import { createGitlabEvidenceSource } from '../GitlabEvidenceSource';
import { createGitlabCollector } from './GitlabCollector';

const source = createGitlabEvidenceSource({
  webhookSecrets: ['secret'],
  signingTokens: [],
  productionEnvironments: [],
  protectedBranches: [],
  events: false,
});

let gitlab: FakeGitlab;
beforeEach(async () => {
  gitlab = await FakeGitlab.start();
});
afterEach(() => gitlab.api.stop());

async function only(part: string, paidFeatures = true) {
  const cached: unknown[] = [];
  const documents = [];
  const collector = createGitlabCollector({
    integrations: [gitlab.integration],
    paidFeatures,
    lookBack: 'P7D',
  });
  for await (const { document } of collector.collect(gitlab.target, {
    now: () => '2026-03-31T12:00:00.000Z' as never,
    signal: new AbortController().signal,
    cache: {
      get: async () => undefined,
      set: async (_, answer) => void cached.push(answer),
    },
    parts: [part],
  })) {
    documents.push(document);
  }
  const [document, heartbeat] = documents;
  const read = source.normalise({
    headers: { [COLLECTED_HEADER]: '1' },
    body: collectedBody(document!),
  });
  const [statement] = read.outcome === 'rejected' ? [] : read.statements;
  return {
    type: statement?.type,
    predicate: statement?.predicate,
    read,
    heartbeat,
    stored: JSON.stringify([documents, cached, read]),
  };
}

describe('secrets', () => {
  it('are told by name and scope, never by value', async () => {
    gitlab.project = {
      ...gitlab.project,
      secret_push_protection_enabled: true,
    };
    const { type, predicate, stored } = await only('secrets');
    expect(type).toBe('secrets-observed');
    expect(predicate).toEqual({
      complete: true,
      secrets: [
        {
          name: 'REGISTRY_TOKEN',
          scope: 'organization',
          protectedOnly: false,
          masked: true,
        },
        {
          name: 'SIGNING_KEY',
          scope: 'repository',
          protectedOnly: true,
          masked: true,
        },
        {
          name: 'DEPLOY_TOKEN',
          scope: 'environment',
          environment: 'production',
          protectedOnly: false,
          masked: true,
        },
        {
          name: 'LOG_LEVEL',
          scope: 'repository',
          protectedOnly: false,
          masked: false,
        },
      ],
      pushProtection: true,
    });
    expect(stored).toContain('SIGNING_KEY');
    expect(stored).not.toContain(CANARY);
  });

  it('are not whole without rights over the group, and the round is', async () => {
    gitlab.refusals.set('groups/bank/variables', 403);
    const { predicate, heartbeat } = await only('secrets');
    expect(predicate).toMatchObject({
      complete: false,
      problem: expect.stringMatching(
        /403 to GET .groups.bank.variables.*role Owner in the group bank/,
      ),
      secrets: [{}, {}, {}],
    });
    expect(heartbeat?.complete).toBe(true);
  });

  it.each([
    ['/variables', 403],
    ['groups/bank/variables', 502],
  ])('are not whole where %s answers %s', async (path, status) => {
    gitlab.refusals.set(path, status);
    const { predicate, heartbeat } = await only('secrets');
    expect(predicate ?? { complete: false }).toMatchObject({
      complete: false,
    });
    expect(heartbeat?.parts?.[0]?.complete).toBe(false);
  });

  it('are those of the project where a person owns it', async () => {
    gitlab.project = { ...gitlab.project, namespace: { kind: 'user' } };
    const { predicate } = await only('secrets');
    expect(predicate).toMatchObject({ complete: true, secrets: [{}, {}, {}] });
    expect(gitlab.api.requests.join()).not.toContain('/groups/');
  });
});

describe('credentials', () => {
  it('are keys and tokens that work, with rights and use', async () => {
    const { type, predicate, stored } = await only('credentials');
    expect(type).toBe('credentials-observed');
    const token = {
      kind: 'access-token',
      admin: false,
      mayWrite: false,
      createdAt: '2026-01-10T09:00:00.000Z',
    };
    expect(predicate).toEqual({
      complete: true,
      credentials: [
        {
          kind: 'deploy-key',
          id: 'key/1',
          name: 'mirror',
          mayWrite: true,
          admin: false,
          createdAt: '2022-05-01T09:00:00.000Z',
          lastUsedAt: '2026-03-01T09:00:00.000Z',
          permanent: true,
        },
        {
          kind: 'access-token',
          id: 'deploy-token/1',
          name: 'registry-1',
          mayWrite: false,
          admin: false,
          expiresAt: '2027-02-14T00:00:00.000Z',
          permanent: false,
        },
        {
          ...token,
          id: 'access-token/1',
          name: 'release-1',
          mayWrite: true,
          admin: true,
          expiresAt: '2026-12-31T00:00:00.000Z',
          permanent: false,
        },
        { ...token, id: 'access-token/7', name: 'bot', permanent: true },
      ],
    });
    expect(stored).not.toContain(CANARY);
  });

  it.each(['deploy_tokens', 'access_tokens'])(
    'are not whole without rights over the %s of the group',
    async list => {
      gitlab.refusals.set(`groups/bank/${list}`, 404);
      const { predicate, heartbeat } = await only('credentials');
      expect(predicate).toMatchObject({
        complete: false,
        problem: expect.stringContaining('role Owner in the group bank'),
      });
      expect(heartbeat?.complete).toBe(true);
    },
  );

  it('are not whole where the project refuses its tokens', async () => {
    gitlab.refusals.set('/access_tokens', 401);
    const { predicate, heartbeat } = await only('credentials');
    expect(predicate).toMatchObject({ complete: false });
    expect(heartbeat?.parts?.[0]?.complete).toBe(false);
  });
});

describe('owners of the definition', () => {
  it('are those that GitLab takes from the file', async () => {
    const { type, predicate } = await only('code-owners');
    expect(type).toBe('code-owners-observed');
    expect(predicate).toEqual({
      complete: true,
      path: 'CODEOWNERS',
      definitions: [
        { path: '.gitlab-ci.yml', owners: ['@bank/ci'] },
        { path: 'ci/build.yml', owners: ['@bank/ci'] },
      ],
      ownsItself: false,
    });
  });

  it('are taken from the folder .gitlab if it is nowhere else', async () => {
    const path = '.gitlab/CODEOWNERS';
    gitlab.answers.set('/repository/tree', [
      { id: 'a', name: '.gitlab', type: 'tree', path: '.gitlab' },
    ]);
    gitlab.answers.set('/repository/tree/.gitlab', [
      { id: 'b', name: 'CODEOWNERS', type: 'blob', path },
    ]);
    gitlab.answers.set(
      `/repository/files/${path}`,
      ownersFile('/.gitlab/ @bank/security', path),
    );
    const { predicate } = await only('code-owners');
    expect(predicate).toMatchObject({
      complete: true,
      path,
      definitions: [{ owners: [] }, { owners: [] }],
      ownsItself: true,
    });
  });

  it.each([true, false])(
    'are none without a file, with paid features: %s',
    async paid => {
      gitlab.answers.set('/repository/tree', []);
      const { predicate } = await only('code-owners', paid);
      expect(predicate).toEqual({
        complete: true,
        definitions: [
          { path: '.gitlab-ci.yml', owners: [] },
          { path: 'ci/build.yml', owners: [] },
        ],
      });
      expect(gitlab.api.requests.join().includes('/tree')).toBe(paid);
    },
  );

  it.each(['/repository/tree', '/repository/files/CODEOWNERS', '/ci/lint'])(
    'are not whole where GitLab refuses %s',
    async path => {
      gitlab.refusals.set(path, 403);
      const { predicate, heartbeat } = await only('code-owners');
      expect(predicate).toMatchObject({ complete: false });
      expect(heartbeat?.parts?.[0]?.complete).toBe(false);
    },
  );

  it('are not read where the pipeline is defined elsewhere', async () => {
    gitlab.project = { ...gitlab.project, ci_config_path: 'ci.yml@bank/ci' };
    const { predicate } = await only('code-owners');
    expect(predicate).toMatchObject({
      complete: false,
      problem: expect.stringContaining('ci.yml@bank/ci'),
    });
  });
});

describe('the top-level group', () => {
  it('tells whether it requires two factors, and how many own it', async () => {
    const { predicate, read, stored } = await only('organization');
    expect(read).toMatchObject({
      statements: [
        {
          type: 'organization-settings-observed',
          subjects: [
            { kind: 'organization', uri: 'https://gitlab.bank.example/bank' },
          ],
        },
      ],
    });
    expect(predicate).toEqual({
      complete: true,
      name: 'bank',
      account: 'organization',
      requiresTwoFactor: true,
      owners: 1,
    });
    expect(stored).not.toContain(CANARY);
  });

  it.each(['groups/bank', 'groups/bank/members/all'])(
    'is unknown where GitLab refuses %s',
    async path => {
      gitlab.refusals.set(path, 404);
      const { predicate } = await only('organization');
      expect(predicate).toMatchObject({ complete: false });
      expect(predicate).not.toHaveProperty('owners');
    },
  );

  it('is unknown where GitLab does not tell', async () => {
    gitlab.answers.set('groups/bank', { id: 100, full_path: 'bank' });
    const { predicate, heartbeat } = await only('organization');
    expect(predicate).toMatchObject({
      complete: false,
      problem: expect.stringContaining('require_two_factor_authentication'),
    });
    expect(heartbeat?.complete).toBe(true);
  });

  it('of a person is the account', async () => {
    gitlab.project = { ...gitlab.project, namespace: { kind: 'user' } };
    const { predicate } = await only('organization');
    expect(predicate).toEqual({
      complete: true,
      name: 'bank',
      account: 'person',
    });
  });
});
