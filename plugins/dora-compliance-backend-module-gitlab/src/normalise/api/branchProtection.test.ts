import {
  collectedDocument,
  readPredicates,
} from '../../__testUtils__/collectedDocument';

/* eslint-disable @typescript-eslint/no-explicit-any */

describe('branch-protection', () => {
  const paths = [
    '/protected_branches',
    '/approval_rules',
    '/approvals',
    '/push_rule',
  ];
  const read = (changes: Record<string, any> = {}, rest = paths) =>
    readPredicates(collectedDocument('branch-protection', rest, changes));

  it('reports the requirements of each branch', () => {
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
    const document = collectedDocument('branch-protection', paths);
    const answers = document.answers.map(answer =>
      answer.request.includes('push_rule') ? { ...answer, body: null } : answer,
    );
    expect(readPredicates({ ...document, answers })[0]).toMatchObject({
      requiresSignatures: false,
    });
  });

  it('makes nothing of branches that were not read', () => {
    expect(
      readPredicates(
        collectedDocument(
          'branch-protection',
          ['/protected_branches'],
          { '/protected_branches': { message: 'odd' } },
          { complete: false, problem: 'odd' },
        ),
      ),
    ).toEqual([]);
  });
});
