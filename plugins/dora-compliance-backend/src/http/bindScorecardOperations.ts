import { stringifyEntityRef } from '@backstage/catalog-model';
import { operations } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Router } from 'express';
import { errorDetail } from '../read/errorDetail';
import type { GroupTree } from '../read/scorecards/GroupTree';
import type { KnexScorecardQuery } from '../read/scorecards/KnexScorecardQuery';
import { bindOperation, type Guards } from './bindOperation';
import { Fault } from './Fault';

/** What the operations on scorecards use. */
export type ScorecardRouterOptions = {
  scorecards: KnexScorecardQuery;
  groups: GroupTree;
};

/** Operations on scorecards. */
export function bindScorecardOperations(
  router: Router,
  options: Guards & ScorecardRouterOptions,
): void {
  const { groups, scorecards } = options;
  bindOperation(
    router,
    options,
    operations.readTeamScorecard,
    async ({ namespace, name, limit, cursor, credentials, reader }) => {
      const groupRef = stringifyEntityRef({ kind: 'group', namespace, name });
      const owners = await groups.listWithin(groupRef, credentials);
      if (owners.length === 0) {
        throw new Fault(
          'group-unknown',
          errorDetail('group-unknown', { groupRef }),
        );
      }
      const scope = { owners, visible: await reader.visible() };
      return scorecards.readTeam(scope, { limit, cursor });
    },
  );
}
