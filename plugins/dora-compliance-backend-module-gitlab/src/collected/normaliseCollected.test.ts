import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiAnswer,
  collectedBody,
  type CollectedDocument,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { FakeGitlab } from '../__testUtils__/FakeGitlab';
import { normaliseCollected } from './normaliseCollected';

/* eslint-disable @typescript-eslint/no-explicit-any */

const scope = {
  productionEnvironments: [],
  protectedBranches: ['release/2', 'wild'],
};

let gitlab: FakeGitlab;

beforeAll(async () => {
  gitlab = await FakeGitlab.start();
});
afterAll(() => gitlab.api.stop());

/** A document of a part whose answers are those of the fake, or given ones. */
function collected(
  part: string,
  paths: readonly string[],
  changes: Record<string, any> = {},
  rest: Partial<CollectedDocument> = {},
): CollectedDocument {
  const answers: ApiAnswer[] = ['', ...paths].map(path => ({
    request: `GET /projects/bank%2Fledger${path}?per_page=100&page=1`,
    status: 200,
    body:
      changes[path] ??
      (path === '' ? gitlab.project : gitlab.answers.get(path)),
  }));
  return {
    part,
    target: gitlab.target.uri,
    targetKind: 'repository',
    collectedAt: '2026-03-31T12:00:00.000Z' as Instant,
    complete: true,
    answers,
    ...rest,
  };
}

function predicates(document: CollectedDocument): any[] {
  const answer = normaliseCollected(collectedBody(document), scope);
  if (answer.outcome === 'rejected') {
    throw new Error(answer.reason);
  }
  return answer.statements.map(({ predicate }) => predicate);
}

describe('branch-protection', () => {
  const paths = [
    '/protected_branches',
    '/approval_rules',
    '/approvals',
    '/push_rule',
  ];
  const read = (changes: Record<string, any> = {}, rest = paths) =>
    predicates(collected('branch-protection', rest, changes));

  it('tells of each branch what it demands', () => {
    const common = {
      dismissesStaleApprovals: true,
      forbidsSelfApproval: true,
      requiresApprovalOfLastPush: true,
      requiredChecks: ['pipeline'],
      requiresSignatures: true,
      complete: true,
    };
    const release = {
      protected: true,
      changesRequired: false,
      allowsForcePush: true,
      requiresCodeOwners: false,
      requiredApprovals: 1,
      bypass: [{ kind: 'role', name: 'Maintainers', mode: 'push' }],
    };
    expect(read()).toEqual([
      {
        ...common,
        branch: 'main',
        protected: true,
        changesRequired: true,
        allowsForcePush: false,
        requiresCodeOwners: true,
        requiredApprovals: 2,
        bypass: [],
      },
      { ...common, ...release, branch: 'release/2' },
      {
        ...common,
        branch: 'wild',
        protected: false,
        changesRequired: false,
        allowsForcePush: true,
        allowsDeletion: true,
        requiredApprovals: 1,
      },
      { ...common, ...release, branch: 'release/*' },
      {
        ...common,
        branch: 'old',
        protected: true,
        changesRequired: true,
        allowsForcePush: false,
        requiresCodeOwners: false,
        requiredApprovals: 1,
        bypass: [],
      },
    ]);
  });

  it('says nothing of what was not told', () => {
    const [main] = read({}, ['/protected_branches']);
    expect(main).not.toHaveProperty('requiredApprovals');
    expect(main).not.toHaveProperty('dismissesStaleApprovals');
    expect(main).not.toHaveProperty('forbidsSelfApproval');
    expect(main).not.toHaveProperty('requiresSignatures');
  });

  it('names who may pass a rule', () => {
    const [main] = read({
      '/protected_branches': [
        {
          name: '*',
          push_access_levels: [
            { access_level: 0, access_level_description: 'No one' },
            { access_level: 0, deploy_key_id: 1 },
            { access_level: 40, user_id: 7, access_level_description: 'Ann' },
            { access_level: 30, group_id: 8, access_level_description: 'Ops' },
            { access_level: 60 },
          ],
        },
      ],
      '/approvals': { disable_overriding_approvers_per_merge_request: false },
    });
    expect(main).not.toHaveProperty('allowsForcePush');
    expect(main.bypass).toEqual([
      { kind: 'deploy-key', name: 'No access', mode: 'push' },
      { kind: 'user', name: 'Ann', mode: 'push' },
      { kind: 'group', name: 'Ops', mode: 'push' },
      { kind: 'role', name: 'Administrator', mode: 'push' },
      {
        kind: 'setting',
        name: 'approval rules can be changed per merge request',
        mode: 'merge request',
      },
    ]);
  });

  it('lets the weakest rule decide on pushes, and the strictest on owners', () => {
    const rule = (force: boolean, owners: boolean) => ({
      push_access_levels: [{ access_level: 0 }],
      allow_force_push: force,
      code_owner_approval_required: owners,
    });
    const [main] = read({
      '/protected_branches': [
        { name: 'main', ...rule(false, true) },
        { name: 'm*', ...rule(true, false) },
      ],
    });
    expect(main).toMatchObject({
      branch: 'main',
      allowsForcePush: true,
      requiresCodeOwners: true,
    });
  });

  it('knows a project without push rules to demand no signatures', () => {
    const document = collected('branch-protection', paths);
    const answers = document.answers.map(answer =>
      answer.request.includes('push_rule') ? { ...answer, body: null } : answer,
    );
    expect(predicates({ ...document, answers })[0]).toMatchObject({
      requiresSignatures: false,
    });
  });

  it('makes nothing of branches that were not read', () => {
    expect(
      predicates(
        collected(
          'branch-protection',
          ['/protected_branches'],
          { '/protected_branches': { message: 'odd' } },
          { complete: false, problem: 'odd' },
        ),
      ),
    ).toEqual([]);
  });
});

describe('environments', () => {
  it('tell who must approve', () => {
    const paths = ['/environments', '/protected_environments'];
    expect(predicates(collected('environments', paths))).toEqual([
      {
        environment: { name: 'blue', production: true },
        reviewers: [
          { kind: 'role', name: 'Maintainers' },
          { kind: 'group', name: 'Operators' },
        ],
        requiredApprovals: 3,
        preventsSelfReview: true,
        complete: true,
      },
      {
        environment: { name: 'test', production: false },
        reviewers: [],
        preventsSelfReview: true,
        complete: true,
      },
      {
        environment: { name: 'review', production: false },
        reviewers: [],
        preventsSelfReview: true,
        complete: true,
      },
    ]);
  });

  it('know the number from before there were rules', () => {
    const paths = ['/environments', '/protected_environments'];
    const old = [{ name: 'blue', required_approval_count: 2 }];
    const [blue] = predicates(
      collected('environments', paths, { '/protected_environments': old }),
    );
    expect(blue).toMatchObject({ reviewers: [], requiredApprovals: 2 });
  });
});

describe('access', () => {
  it('tells who may do what', () => {
    const account = (id: string, login: string, kind = 'unknown') => ({
      system: 'gitlab.bank.example',
      login,
      id,
      kind,
    });
    expect(predicates(collected('access', ['/members/all']))).toEqual([
      {
        members: [
          {
            account: account('1', 'ann'),
            role: 'Developer',
            admin: false,
            mayWrite: true,
          },
          {
            account: account('2', 'bob'),
            role: 'Owner',
            admin: true,
            mayWrite: true,
          },
          {
            account: account('3', 'carl'),
            role: 'Maintainer',
            admin: false,
            mayWrite: false,
          },
          {
            account: account('4', 'project_30_bot_4ffca233d8298ea1', 'bot'),
            role: 'Reporter',
            admin: false,
            mayWrite: false,
          },
        ],
        teams: [{ name: 'bank/audit', role: 'Reporter' }],
        complete: true,
      },
    ]);
  });

  it.each([
    [{ state: 'active', membership_state: 'active' }, true],
    [{ state: 'deactivated' }, true],
    [{}, true],
    [{ state: 'blocked' }, false],
    [{ state: 'ldap_blocked' }, false],
    [{ state: 'banned' }, false],
    [{ state: 'blocked_pending_approval' }, false],
    [{ state: 'active', membership_state: 'awaiting' }, false],
  ])('of somebody with %j is there: %s', (fields, mayWrite) => {
    const member = { id: 1, username: 'a', access_level: 40, ...fields };
    const [{ members: found }] = predicates(
      collected('access', ['/members/all'], { '/members/all': [member] }),
    );
    expect(found).toMatchObject([
      { role: 'Maintainer', mayWrite, admin: mayWrite },
    ]);
  });

  it('tells roles that are new or made by hand', () => {
    const members = [
      { id: 1, username: 'a', access_level: 35 },
      { id: 2, username: 'b', access_level: 20, member_role: { name: 'QA' } },
    ];
    const [{ members: found }] = predicates(
      collected('access', ['/members/all'], { '/members/all': members }),
    );
    expect(found.map(({ role }: any) => role)).toEqual([
      'Access level 35',
      'QA',
    ]);
  });
});

describe('pipeline-definition', () => {
  const paths = ['/ci/lint', '/repository/files/.gitlab-ci.yml'];
  const read = (yaml: string) =>
    normaliseCollected(
      collectedBody(
        collected('pipeline-definition', paths, {
          '/ci/lint': { valid: true, merged_yaml: yaml, errors: [] },
        }),
      ),
      scope,
    );
  const first = (yaml: string): any => {
    const answer = read(yaml);
    return answer.outcome === 'normalised'
      ? answer.statements[0]?.predicate
      : answer.reason;
  };

  it('tells what is used, and whether it can be moved', () => {
    expect(predicates(collected('pipeline-definition', paths))).toEqual([
      {
        pipeline: { name: 'bank/ledger', path: '.gitlab-ci.yml' },
        ref: 'main',
        revision: '9'.repeat(40),
        triggers: [],
        uses: [
          {
            name: 'bank/ci/scan.yml',
            version: 'c'.repeat(40),
            pinned: true,
          },
          {
            name: 'gitlab.bank.example/bank/deploy',
            version: '1.2.0',
            pinned: false,
          },
          { name: 'https://ci.example/all.yml', pinned: false },
          { name: 'ruby', version: '3.4', pinned: false },
          {
            name: 'registry.bank.example:5000/ci/node',
            version: `sha256:${'ab'.repeat(32)}`,
            pinned: true,
          },
        ],
        runners: ['vault'],
        environments: ['production'],
        complete: true,
      },
    ]);
  });

  it('reads jobs as they are written, also the odd ones', () => {
    expect(
      first(`---
:default:
  :image:
    :name: registry:5000/a
workflow:
  rules:
  - if: $CI_COMMIT_TAG
  - when: never
include: []
stages: [a]
"__proto__": { image: evil }
".hidden":
  services: [{ name: "postgres:17" }, 7]
  tags: [b, a]
odd: 7
job:
  image: 7
  environment: review/$CI_COMMIT_REF_SLUG
`),
    ).toMatchObject({
      triggers: ['$CI_COMMIT_TAG'],
      uses: [{ name: 'registry:5000/a', pinned: false }, { name: 'evil' }],
      runners: ['a', 'b'],
      environments: ['review/$CI_COMMIT_REF_SLUG'],
    });
    expect({}).not.toHaveProperty('image');
  });

  const bomb = Array.from({ length: 9 }, (_, level) => {
    const before = level === 0 ? 'x' : `*a${level - 1}`;
    return `a${level}: &a${level} { script: [${Array(9).fill(before)}] }`;
  }).join('\n');

  it.each([
    ['a bomb', bomb, /alias/],
    ['no YAML', 'a: [', /no YAML/],
    ['a list', '- a', /no map/],
    ['too long', '#'.repeat(5_000_000), /too long/],
  ])('is rejected with a reason when it is %s', (_, yaml, reason) => {
    expect(read(yaml)).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringMatching(reason),
    });
  });
});

describe('the settings of a project', () => {
  it('tell what its pipelines may do', () => {
    expect(predicates(collected('pipeline-settings', []))).toEqual([
      {
        enabled: true,
        defaultTokenRights: 'read',
        forkPolicy: 'members may run pipelines of forks in the parent project',
        complete: true,
      },
    ]);
  });

  it('say no more than GitLab told', () => {
    const { id, web_url, path_with_namespace } = gitlab.project;
    const project = { id, web_url, path_with_namespace };
    expect(
      predicates(collected('pipeline-settings', [], { '': project })),
    ).toEqual([{ complete: true }]);
  });

  it.each([
    [31_536_000, { days: 365, complete: true }],
    [43_200, { days: 0.5, complete: true }],
  ])('tell that logs are kept for %s seconds', (seconds, expected) => {
    const project = {
      ...gitlab.project,
      ci_delete_pipelines_in_seconds: seconds,
    };
    expect(predicates(collected('log-retention', [], { '': project }))).toEqual(
      [expected],
    );
  });
});

describe('runners', () => {
  it('are told one by one', () => {
    const document = collected('runners', ['/runners']);
    document.answers.push({
      request: 'GET /runners/6',
      status: 200,
      body: {
        id: 6,
        description: '',
        runner_type: 'instance_type',
        online: false,
        platform: 'linux',
        tag_list: ['vault'],
      },
    });
    expect(predicates(document)).toEqual([
      {
        runners: [
          {
            id: '6',
            name: '#6',
            os: 'linux',
            labels: ['vault'],
            online: false,
            shared: true,
          },
        ],
        complete: true,
      },
    ]);
  });
});

describe('security-scans', () => {
  it('are the jobs that left a security report', () => {
    expect(
      predicates(collected('security-scans', ['/pipelines/31/jobs'])),
    ).toEqual([
      {
        tool: { name: 'semgrep-sast' },
        kind: 'code',
        category: 'sast',
        ref: 'main',
        commit: 'f'.repeat(40),
        url: 'https://gitlab.bank.example/bank/ledger/-/jobs/5',
        finishedAt: '2026-03-30T10:00:00.000Z',
      },
    ]);
  });
});

describe('what was collected', () => {
  it.each([
    ['an unknown part', { part: 'x' }, /^x: nothing is known of this part$/],
    ['no target', { target: '' }, /^collected: target /],
  ])('is rejected when it has %s', (_, rest, reason) => {
    const document = collected('access', ['/members/all'], {}, rest);
    expect(normaliseCollected(collectedBody(document), scope)).toEqual({
      outcome: 'rejected',
      reason: expect.stringMatching(reason),
    });
  });

  it('is rejected when it is whole and not what it should be', () => {
    const document = collected('access', ['/members/all'], {
      '/members/all': [{ id: 1 }],
    });
    expect(normaliseCollected(collectedBody(document), scope)).toMatchObject({
      reason: expect.stringContaining('access: 0.username '),
    });
  });
});
