import * as make from '../../__testUtils__/azureObjects';
import {
  collectedDocument,
  buildList,
  readDocument,
} from '../../__testUtils__/collectedDocument';
import {
  corpusFiles,
  recordedBody,
} from '../../__testUtils__/recordings.corpora';
import { Approval } from '../approval';
import { Policy } from './policies';

const REPOSITORY = 'git/repositories/ledger';
const POLICIES = 'policy/configurations';
const ENVIRONMENT = 'distributedtask/environments/1';
const CHECKS = 'pipelines/checks/configurations';

/** What is observed of an environment with these checks. */
const observe = (checks: unknown) =>
  readDocument(
    collectedDocument('environments', {
      [ENVIRONMENT]: { id: 1, name: 'production' },
      [CHECKS]: checks,
    }),
  );

describe('recorded answers', () => {
  it('of policies are read', () => {
    const folder = 'policy/7.1/httpExamples/configurations';
    const files = corpusFiles(folder).filter(file => !file.includes('DELETE'));
    expect(files).toHaveLength(10);
    const recorded = files
      .map(recordedBody)
      .flatMap(body => body.value ?? [body]);
    expect(recorded.length).toBeGreaterThanOrEqual(12);
    recorded.forEach(policy => Policy.parse(policy));
    const repository = {
      ...make.repository,
      defaultBranch: 'refs/heads/master',
    };
    const { statements, flaws } = readDocument(
      collectedDocument('branch-protection', {
        [REPOSITORY]: repository,
        [POLICIES]: recordedBody(`${folder}/GET__policy_configurations.json`),
      }),
      ['features/x'],
    );
    expect(flaws).toEqual([]);
    // Of the three, only that of required reviewers blocks.
    expect(statements).toMatchObject([
      {
        predicate: {
          branch: 'master',
          protected: true,
          changesRequired: true,
          requiresCodeOwners: true,
          requiredApprovals: 0,
          requiredChecks: [],
        },
      },
      {
        predicate: {
          branch: 'features/x',
          protected: true,
          changesRequired: false,
        },
      },
    ]);
  });

  it('of approvals are read', () => {
    const files = corpusFiles('approvalsAndChecks/7.1/httpExamples/approvals');
    expect(files).toHaveLength(3);
    const recorded = files
      .map(recordedBody)
      .flatMap(body => body.value ?? [body]);
    expect(recorded.map(item => Approval.parse(item).status).sort()).toEqual(
      recorded.map(({ status }) => status).sort(),
    );
  });

  it('of checks are read', () => {
    const files = [
      ...corpusFiles('approvalsAndChecks/7.1/httpExamples/configurations'),
      ...corpusFiles('approvalsAndChecks/7.1/httpExamples/queryconfigurations'),
    ].filter(file => !file.includes('DELETE'));
    expect(files).toHaveLength(6);
    for (const file of files) {
      const body = recordedBody(file);
      const { flaws } = observe(body.value ? body : buildList(body));
      expect([file, flaws]).toEqual([file, []]);
    }
    const added = files.find(file => file.includes('POST__AddApproval'))!;
    expect(observe(buildList(recordedBody(added))).statements).toMatchObject([
      { predicate: { complete: true, requiredApprovals: 1 } },
    ]);
  });
});
