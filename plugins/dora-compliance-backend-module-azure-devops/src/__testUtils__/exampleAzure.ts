import {
  toInstant,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import * as make from './azureObjects';
import type { FakeAzureDevOps } from './FakeAzureDevOps';

const MINIMUM_REVIEWERS = 'fa4e907d-c16b-4a4c-9dfa-4906e5d171dd';
const APPROVAL = '8c6f20a7-a545-4486-9777-f762fafe0d4d';
const TASK = 'fe1de3ee-a436-41b4-bb20-f6eb4cb879a7';

export const hoursAgo = (hours: number): Instant =>
  toInstant(new Date(Date.now() - hours * 3_600_000));

/** Something of each part that is collected. */
export function fillAzure(azure: FakeAzureDevOps) {
  for (let number = 1; number <= 12; number += 1) {
    azure.merge(number, hoursAgo(number));
  }
  azure.environments.push(
    { id: 1, name: 'production' },
    { id: 2, name: 'test' },
    { id: 3, name: 'acceptance' },
  );
  for (let id = 11; id <= 15; id += 1) {
    azure.deploy(id, hoursAgo(20 - id));
  }
  azure.push(1, hoursAgo(2), [make.sha(9), make.sha(8)]);
  azure.policies.push(
    make.policy(1, MINIMUM_REVIEWERS, {
      minimumApproverCount: 2,
      creatorVoteCounts: false,
      resetOnSourcePush: true,
      blockLastPusherVote: true,
      scope: [
        {
          repositoryId: make.REPOSITORY,
          refName: 'refs/heads/main',
          matchKind: 'Exact',
        },
      ],
    }),
  );
  azure.checks.push(
    make.check(1, APPROVAL, {
      approvers: [make.person('Ben'), make.person('Cora')],
      executionOrder: 'anyOrder',
      minRequiredApprovers: 1,
      requesterCannotBeApprover: true,
    }),
    make.check(2, TASK, {
      displayName: 'Branch control',
      definitionRef: { id: 'x', name: 'evaluatebranchProtection' },
      inputs: { allowedBranches: 'refs/heads/main, refs/heads/release/*' },
    }),
  );
}
