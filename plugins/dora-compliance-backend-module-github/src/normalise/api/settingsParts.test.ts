import { bankLedger } from '../../__testUtils__/github/bankLedger';
import { environmentBody } from '../../__testUtils__/github/FakeSettings';
import { collectPart, ofType } from '../../__testUtils__/github/rounds';

jest.setTimeout(600_000);

let github = bankLedger();
beforeEach(async () => {
  github = await bankLedger().start();
});
afterEach(() => github.stop());

async function only(part: string) {
  const { statements, documents, heartbeat } = await collectPart(github, part);
  expect(documents).toHaveLength(1);
  const predicates = statements.map(({ predicate }) => predicate);
  return {
    statements,
    heartbeat,
    document: documents[0]!,
    predicate: predicates[0] as Record<string, unknown>,
    predicates,
  };
}

describe('branch protection', () => {
  const part = 'branch-protection';

  it('is the strictest of classic protection and rulesets', async () => {
    const { statements, predicate } = await only(part);
    expect(statements).toHaveLength(1);
    expect(statements[0]?.subjects).toEqual([
      { kind: 'repository', uri: 'https://github.example/bank/ledger' },
      {
        kind: 'branch',
        uri: 'https://github.example/bank/ledger/tree/main',
      },
    ]);
    expect(predicate).toEqual({
      complete: true,
      branch: 'main',
      protected: true,
      changesRequired: true,
      // Classic protection asks for 2, the ruleset for 3.
      requiredApprovals: 3,
      dismissesStaleApprovals: true,
      requiresApprovalOfLastPush: true,
      requiresCodeOwners: true,
      requiredChecks: ['continuous-integration/travis-ci'],
      // Whether signatures are required was not reported. Classic protection
      // allows forced pushes, the ruleset does not.
      allowsForcePush: false,
      allowsDeletion: true,
      enforcedForAdmins: true,
      bypass: [{ kind: 'Team', name: '234', mode: 'always' }],
    });
  });

  it('is none, and whole, when GitHub says so', async () => {
    github.settings.protection = undefined;
    github.settings.rules = [];
    const { predicate } = await only(part);
    expect(predicate).toEqual({
      complete: true,
      branch: 'main',
      protected: false,
      changesRequired: false,
      requiredApprovals: 0,
      dismissesStaleApprovals: false,
      requiresApprovalOfLastPush: false,
      requiresCodeOwners: false,
      requiredChecks: [],
      requiresSignatures: false,
      allowsForcePush: true,
      allowsDeletion: true,
      bypass: [],
    });
  });

  it('is not none when only the rights are missing', async () => {
    github.settings.rules = [];
    github.refusals.set('/repos/bank/ledger/branches/main/protection', {
      status: 404,
      body: { message: 'Not Found' },
    });
    const { predicate } = await only(part);
    expect(predicate).toEqual({
      complete: false,
      problem:
        'GitHub answered 404 to GET /repos/bank/ledger/branches/main/protection',
      branch: 'main',
      protected: false,
    });
  });

  it('says nothing of who may bypass when a ruleset keeps it', async () => {
    delete github.settings.rulesets.get(42)!.bypass_actors;
    const { predicate } = await only(part);
    expect(predicate).toMatchObject({ complete: true, requiredApprovals: 3 });
    expect(predicate).not.toHaveProperty('bypass');
    expect(predicate).not.toHaveProperty('enforcedForAdmins');
  });

  it.each([
    [{ actor_type: 'OrganizationAdmin', actor_id: 1 }, 'OrganizationAdmin'],
    [{ actor_type: 'RepositoryRole', actor_id: 5 }, 'RepositoryRole'],
  ])('does not bind administrators who may bypass: %j', async (actor, kind) => {
    github.settings.rulesets.get(42)!.bypass_actors = [
      { ...actor, bypass_mode: 'pull_request' },
    ];
    const { predicate } = await only(part);
    expect(predicate).toMatchObject({
      enforcedForAdmins: false,
      bypass: [{ kind, mode: 'pull_request' }],
    });
  });

  it('names those whom classic protection lets pass', async () => {
    const { protection } = github.settings;
    protection!.enforce_admins.enabled = false;
    protection!.required_pull_request_reviews.bypass_pull_request_allowances = {
      users: [{ login: 'alice' }],
      teams: [{ slug: 'release' }],
      apps: [{ slug: 'merge-queue' }],
    };
    const { predicate } = await only(part);
    expect(predicate).toMatchObject({
      enforcedForAdmins: false,
      bypass: [
        { kind: 'Team', name: '234', mode: 'always' },
        { kind: 'User', name: 'alice', mode: 'pull_request' },
        { kind: 'Team', name: 'release', mode: 'pull_request' },
        { kind: 'Integration', name: 'merge-queue', mode: 'pull_request' },
      ],
    });
  });
});

describe('environments', () => {
  it('tell who must approve, and which branches may be deployed', async () => {
    github.settings.environments = [
      environmentBody('production'),
      environmentBody('trial', {
        protection_rules: [],
        deployment_branch_policy: null,
      }),
      environmentBody('release/eu', {
        deployment_branch_policy: {
          protected_branches: true,
          custom_branch_policies: false,
        },
      }),
    ];
    const { predicates, statements } = await only('environments');
    expect(predicates).toEqual([
      {
        complete: true,
        environment: { name: 'production', production: true },
        reviewers: [
          { kind: 'User', name: 'octocat' },
          { kind: 'Team', name: 'justice-league' },
        ],
        requiredApprovals: 1,
        preventsSelfReview: false,
        adminsMayBypass: false,
        waitMinutes: 30,
        branches: ['main'],
      },
      {
        complete: true,
        environment: { name: 'trial', production: false },
        reviewers: [],
        requiredApprovals: 0,
        adminsMayBypass: false,
        waitMinutes: 0,
      },
      expect.objectContaining({ branches: ['main'] }),
    ]);
    expect(statements[2]?.subjects[1]).toEqual({
      kind: 'environment',
      uri: 'https://github.example/bank/ledger/deployments/release%2Feu',
    });
  });

  it('are not whole when GitHub lists fewer than there are', async () => {
    github.refusals.set('/repos/bank/ledger/environments', {
      status: 200,
      body: { total_count: 2, environments: [environmentBody('production')] },
    });
    const { document, predicate } = await only('environments');
    expect(document.problem).toBe(
      'GitHub lists 1 of 2 items at GET /repos/bank/ledger/environments?per_page=100',
    );
    expect(predicate).toMatchObject({ complete: false });
  });
});

describe('access', () => {
  it('tells roles, outsiders and teams', async () => {
    const { predicate } = await only('access');
    const account = (login: string, id: string) => ({
      system: 'github.example',
      login,
      id,
      kind: 'human',
    });
    expect(predicate).toEqual({
      complete: true,
      members: [
        {
          account: account('alice', '101'),
          role: 'admin',
          admin: true,
          mayWrite: true,
          external: false,
        },
        {
          account: account('bob', '102'),
          role: 'write',
          admin: false,
          mayWrite: true,
          external: false,
        },
        {
          account: account('carol', '105'),
          role: 'write',
          admin: false,
          mayWrite: true,
          external: true,
        },
      ],
      teams: [{ name: 'ledger-team', role: 'push' }],
    });
  });

  it('asks a person’s repository for no teams', async () => {
    github.repository.body.owner.type = 'User';
    const { predicate } = await only('access');
    expect(predicate).not.toHaveProperty('teams');
    expect(github.api.requests.join()).not.toContain('/teams');
  });
});

describe('settings of pipelines', () => {
  it('are told for a public repository', async () => {
    const { predicate } = await only('pipeline-settings');
    expect(predicate).toEqual({
      complete: true,
      enabled: true,
      allowedActions: 'selected',
      requiresPinnedActions: true,
      defaultTokenRights: 'read',
      mayApproveChanges: true,
      forkPolicy: 'first_time_contributors',
    });
  });

  it('are told for a private one', async () => {
    github.repository.body.private = true;
    const { predicate } = await only('pipeline-settings');
    expect(predicate).toMatchObject({
      forkPolicy:
        'require_approval_for_fork_pr_workflows, run_workflows_from_fork_pull_requests',
    });
  });

  it('name how long logs are kept', async () => {
    const { predicate } = await only('log-retention');
    expect(predicate).toEqual({ complete: true, days: 90, maximumDays: 365 });
  });

  it('name the machines of the repository and of its organization', async () => {
    const { predicate } = await only('runners');
    expect(predicate).toEqual({
      complete: true,
      // The repository is public.
      reachableFromForks: true,
      runners: [
        {
          id: '5',
          name: 'vault-1',
          os: 'linux',
          labels: ['self-hosted'],
          online: true,
          ephemeral: true,
          shared: false,
        },
        {
          id: '9',
          name: 'shared-1',
          os: 'linux',
          labels: ['self-hosted'],
          online: false,
          shared: true,
        },
      ],
    });
  });

  it('can not be reached from forks of a private repository', async () => {
    github.repository.body.private = true;
    const { predicate } = await only('runners');
    expect(predicate).toMatchObject({ reachableFromForks: false });
  });

  it('are not whole where the organization tells nothing', async () => {
    github.refusals.set('/orgs/bank/actions/runner-groups', {
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    });
    const { predicate } = await only('runners');
    expect(predicate).toMatchObject({
      complete: false,
      problem: expect.stringContaining('/orgs/bank/actions/runner-groups'),
      runners: [{ name: 'vault-1' }],
    });
  });

  it('are those of the repository alone where a person owns it', async () => {
    github.repository.body.owner.type = 'User';
    const { predicate } = await only('runners');
    expect(predicate).toMatchObject({
      complete: true,
      runners: [{ name: 'vault-1' }],
    });
  });
});

describe('pipeline definitions', () => {
  it('tell what each workflow uses and may do', async () => {
    const { statements } = await only('pipeline-definitions');
    const [definition] = ofType(statements, 'pipeline-definition-observed');
    expect(definition?.subjects[1]).toEqual({
      kind: 'pipeline',
      uri: 'urn:cicd:github.example:bank/ledger:.github/workflows/deploy.yml',
    });
    expect(definition?.predicate).toMatchObject({
      complete: true,
      pipeline: { name: 'Deploy', path: '.github/workflows/deploy.yml' },
      ref: 'main',
      triggers: ['push', 'workflow_dispatch'],
      permissions: { contents: 'read', '*': 'write' },
      runners: ['ubuntu-latest', 'self-hosted', 'linux'],
      environments: ['production'],
    });
  });

  it.each([
    ['there is no folder of workflows', ['README.md']],
    ['there is no workflow in it', ['.github/CODEOWNERS']],
  ])('are none, and whole, when %s', async (_, files) => {
    github.repository.files.clear();
    files.forEach(file => github.repository.files.set(file, '#'));
    const { document, predicates } = await only('pipeline-definitions');
    expect(document.complete).toBe(true);
    expect(predicates).toEqual([]);
  });

  it('name a workflow that can’t be read', async () => {
    const path = '.github/workflows/broken.yml';
    github.repository.files.set(path, 'jobs: [');
    const { predicates } = await only('pipeline-definitions');
    expect(predicates).toContainEqual(
      expect.objectContaining({
        complete: false,
        problem: expect.stringContaining(`${path} can't be read`),
      }),
    );
  });
});

describe('scans and materials', () => {
  it('tell a scan with its error', async () => {
    const [analysis] = github.settings.analyses!;
    analysis!.error = 'no source code seen';
    const { predicate } = await only('code-scanning');
    expect(predicate).toMatchObject({
      tool: { name: 'CodeQL', version: '2.4.0' },
      kind: 'code',
      results: 17,
      error: 'no source code seen',
    });
  });

  it.each([
    ['no analysis found', 404, true],
    ['Code scanning is not enabled for this repository.', 403, true],
    ['Code Security must be enabled for this repository to use it.', 403, true],
    ['Resource not accessible by integration', 403, false],
    ['Not Found', 404, false],
  ])(
    'know of "%s" whether there are none',
    async (message, status, isWhole) => {
      github.refusals.set('/repos/bank/ledger/code-scanning/analyses', {
        status,
        body: { message },
      });
      const { document, predicates } = await only('code-scanning');
      expect(document.complete).toBe(isWhole);
      expect(predicates).toEqual([]);
    },
  );

  it('count the components of the bill of materials', async () => {
    const { predicate } = await only('sbom');
    expect(predicate).toEqual({
      complete: true,
      format: 'spdx',
      specVersion: '2.3',
      name: 'github/example',
      components: 1,
      tool: 'GitHub.com-Dependency-Graph',
      createdAt: '2021-09-01T00:00:00.000Z',
    });
  });
});
