import {
  type ControlStatus,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Router } from 'express';
import type { Reader } from '../permissions/Reader';
import { errorDetail } from '../read/errorDetail';
import type { KnexResultsQuery } from '../read/results/KnexResultsQuery';
import {
  describeLines,
  PARTIAL_LINE,
  RESULT_COLUMNS,
} from '../read/results/resultsCsv';
import type { ScorecardScope } from '../read/scorecards/ScorecardScope';
import { bindOperation, type Guards } from './bindOperation';
import { Fault } from './Fault';
import {
  type ScorecardRouterOptions,
  toFault,
} from './bindScorecardOperations';
import { permitExport } from './permitExport';
import { sendCsv } from './sendCsv';

/** What the operations on results use. */
export type ResultRouterOptions = Pick<
  ScorecardRouterOptions,
  'scopes' | 'scorecards'
> & {
  results: KnexResultsQuery;
};

/** What asks for work, unless statuses are named. */
const OPEN: readonly ControlStatus[] = ['not-satisfied', 'not-assessed'];

/** Operations on the results of controls across assets. */
export function bindResultOperations(
  router: Router,
  options: Guards & ResultRouterOptions,
): void {
  const { results, scopes, scorecards } = options;
  bindOperation(
    router,
    options,
    operations.listResults,
    async ({ of, ref, reader, credentials, status = OPEN, ...asked }) => {
      requireControls(results, asked.control);
      const scope = await scopes
        .find({ of, ref, reader, credentials })
        .catch(toFault);
      return results.list(
        scope,
        { ...toFilter(asked, status), ...asked },
        reader,
      );
    },
  );
  bindOperation(
    router,
    options,
    operations.exportResults,
    async ({ of, ref, reader, credentials, status = OPEN, ...asked }, res) => {
      requireControls(results, asked.control);
      const { scope, permit } = await permitExport(
        reader,
        await scopes.find({ of, ref, reader, credentials }).catch(toFault),
        (all, criteria) => scorecards.countRefused(all, criteria),
      );
      const lines = listLines(results, {
        scope,
        asked: toFilter(asked, status),
        reader,
      });
      const file = { name: 'results.csv', columns: RESULT_COLUMNS, permit };
      return sendCsv(res, file, lines);
    },
  );
}

function toFilter(
  { control, member }: { control?: readonly string[]; member?: string },
  statuses: readonly ControlStatus[],
) {
  return { control, member, statuses };
}

async function* listLines(
  results: KnexResultsQuery,
  of: {
    scope: ScorecardScope;
    asked: ReturnType<typeof toFilter>;
    reader: Reader;
  },
): AsyncGenerator<string[][]> {
  const { scope, asked, reader } = of;
  for await (const page of results.export(scope, asked, reader)) {
    yield page.flatMap(describeLines);
  }
  if (scope.visible !== 'all') {
    yield [PARTIAL_LINE];
  }
}

function requireControls(
  results: KnexResultsQuery,
  controlIds: readonly string[] = [],
): void {
  for (const controlId of controlIds) {
    if (!results.hasControl(controlId)) {
      const detail = errorDetail('control-unknown', { controlId });
      throw new Fault('control-unknown', detail);
    }
  }
}
