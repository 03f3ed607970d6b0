import {
  type Identity,
  identityLabel,
  isEvidenceOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { isMachine } from '../../lineage/isMachine';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import { de } from './de';
import { en } from './en';
import { reason } from './reasons';
import { remedies } from './remedies';

/**
 * `deployment.identity` in assertions: whether each account that deployed is that of
 * one user of the catalog, or of a machine. An account that several users have is
 * shared. An account of nobody tells nothing: it may be a machine, or somebody whom
 * the catalog does not know. An address or a name is no account, and anybody may write it.
 */
export const deploymentIdentity: Judgement = {
  name: 'deployment.identity',
  version: 2,
  member: 'service-deployed',
  needs: { evidence: [], people: true },
  remedies,
  words: { en, de },
  judge({ evidence: [item] }, { index }) {
    if (!item || !isEvidenceOf('service-deployed', item)) {
      return [];
    }
    const known = index.findDeployment(item);
    const reports = known?.reports ?? [item];
    const environment = item.predicate.deployment.environment.name;
    const check = 'deployer-known';
    const evidence = reports.map(({ id }) => id);
    const deployers = known?.deployers ?? [];
    if (deployers.length === 0) {
      const cause = reason('deployed-by-untold', { environment });
      return [{ check, passed: null, cause, evidence }];
    }
    return deployers.map(deployer => ({
      check,
      evidence,
      ...judgeDeployer(deployer, environment, index),
    }));
  },
};

function judgeDeployer(
  deployer: Identity,
  environment: string,
  { persons }: EvidenceIndex,
): Pick<TimedCheck, 'passed' | 'cause'> {
  const account = identityLabel(deployer);
  const { users } = persons.of(deployer);
  const [user] = users;
  if (
    isMachine(deployer) ||
    (!user && persons.findOwners(deployer).length > 0)
  ) {
    const cause = reason('deployed-by-machine', { environment, account });
    return { passed: true, cause };
  }
  if (!user || !(deployer.login ?? deployer.id)) {
    const cause = reason('deployed-by-unknown-account', {
      environment,
      account,
    });
    return { passed: null, cause };
  }
  return users.length > 1
    ? {
        passed: false,
        cause: reason('deployed-by-shared-account', {
          environment,
          account,
          users: users.join(', '),
        }),
      }
    : {
        passed: true,
        cause: reason('deployed-by-person', { environment, account, user }),
      };
}
