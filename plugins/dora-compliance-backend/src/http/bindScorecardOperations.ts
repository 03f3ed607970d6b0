import {
  type Day,
  type Instant,
  operations,
  subtractDuration,
  toInstant,
  UNINVENTORIED_DAYS,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Router } from 'express';
import type { KnexActionsQuery } from '../read/actions/KnexActionsQuery';
import { errorDetail } from '../read/errorDetail';
import {
  type ScorecardScopes,
  ScopeUnknownError,
} from '../read/scorecards/ScorecardScopes';
import { NONE, type ScorecardScope } from '../read/scorecards/ScorecardScope';
import type { KnexScorecardQuery } from '../read/scorecards/KnexScorecardQuery';
import { SCORECARD_COLUMNS } from '../read/scorecards/KnexScorecardCsv';
import {
  bindOperation,
  type Guards,
  type OperationRequest,
} from './bindOperation';
import { Fault } from './Fault';
import { permitExport } from './permitExport';
import { sendCsv } from './sendCsv';

/** What the operations on scorecards use. */
export type ScorecardRouterOptions = {
  scorecards: KnexScorecardQuery;
  scopes: ScorecardScopes;
  actions: KnexActionsQuery;
  now: () => Instant;
};

/** Operations on scorecards. */
export function bindScorecardOperations(
  router: Router,
  options: Guards & ScorecardRouterOptions,
): void {
  const { scopes, scorecards, now } = options;
  const findScope: ScorecardScopes['find'] = asked =>
    scopes.find(asked).catch(toFault);
  bindOperation(
    router,
    options,
    operations.readScorecard,
    async ({ limit, cursor, ...asked }) =>
      scorecards.read(
        await findScope(asked),
        { limit, cursor, monthAgo: findMonthAgo(now()) },
        asked.reader,
      ),
  );
  bindComparison(router, options);
  bindScores(router, options);
  bindHistory(router, options);
  bindActions(router, options);
  bindChangePaths(router, options);
  bindOperation(
    router,
    options,
    operations.exportScorecard,
    async (asked, res) => {
      const { scope, permit } = await permitExport(
        asked.reader,
        await findScope(asked),
        (all, criteria) => scorecards.countRefused(all, criteria),
      );
      const pairs = scorecards.exportPairs(scope, asked.reader);
      const file = {
        name: 'scorecard.csv',
        columns: SCORECARD_COLUMNS,
        permit,
      };
      return sendCsv(res, file, pairs);
    },
  );
}

/** The score and the statuses over time. */
function bindHistory(
  router: Router,
  options: Guards & ScorecardRouterOptions,
): void {
  const { scopes, scorecards, now } = options;
  const findScope: ScorecardScopes['find'] = asked =>
    scopes.find(asked).catch(toFault);
  bindOperation(
    router,
    options,
    operations.readTrend,
    async ({ to = now().slice(0, 10), from = findStart(to), ...asked }) =>
      scorecards.readTrend(await findScope(asked), { from, to }),
  );
  bindOperation(
    router,
    options,
    operations.listStatusChanges,
    async ({ since, controlId, limit, cursor, ...asked }) =>
      scorecards.listChanges(await findScope(asked), {
        since,
        controlId,
        limit,
        cursor,
      }),
  );
}

function bindChangePaths(
  router: Router,
  options: Guards & ScorecardRouterOptions,
): void {
  const { scopes, scorecards, now } = options;
  bindOperation(
    router,
    options,
    operations.listChangePaths,
    async ({ ref, limit, cursor, reader, credentials }) => {
      const asked = { of: 'function' as const, ref, reader, credentials };
      const scope = await scopes.find(asked).catch(toFault);
      const since = subtractDuration(now(), `P${UNINVENTORIED_DAYS}D`);
      return scorecards.listChangePaths(
        scope,
        { limit, cursor, since },
        reader,
      );
    },
  );
}

function bindActions(
  router: Router,
  options: Guards & ScorecardRouterOptions,
): void {
  const { scopes, actions } = options;
  bindOperation(
    router,
    options,
    operations.listActions,
    async ({ group, assetRef, reader, credentials, ...page }) => {
      const scope = await findOwners(scopes, {
        group,
        assetRef,
        reader,
        credentials,
      });
      return actions.list(scope, reader, page);
    },
  );
}

/** Whose actions are asked for: those of an asset, of a group, or of the caller. */
async function findOwners(
  scopes: ScorecardScopes,
  asked: Pick<OperationRequest, 'reader' | 'credentials'> & {
    group: string | undefined;
    assetRef: string | undefined;
  },
): Promise<ScorecardScope> {
  const { group, assetRef, ...caller } = asked;
  if (group !== undefined && assetRef !== undefined) {
    throw new Fault(
      'request-invalid',
      errorDetail('parameter-invalid', {
        parameter: 'query.assetRef',
        problem: 'cannot be combined with group',
      }),
    );
  }
  if (assetRef !== undefined) {
    const of = { of: 'asset' as const, ref: assetRef };
    return scopes.find({ ...of, ...caller }).catch(toFault);
  }
  if (group !== undefined) {
    const of = { of: 'group' as const, ref: group };
    return scopes.find({ ...of, ...caller }).catch(toFault);
  }
  const [owners, visible] = await Promise.all([
    scopes.findOwn(caller),
    caller.reader.visible(),
  ]);
  return { of: 'group', ref: '', owners, visible };
}

/** What may not be read is not asked for, so that it takes no time of its own. */
function bindScores(
  router: Router,
  options: Guards & ScorecardRouterOptions,
): void {
  bindOperation(
    router,
    options,
    operations.listScores,
    async ({ ref, reader }) => {
      const refs = [...new Set(ref.map(text => text.toLowerCase()))];
      const isReadable = await reader.readable(refs);
      return {
        items: await options.scorecards.listScores(refs.filter(isReadable)),
      };
    },
  );
}

function bindComparison(
  router: Router,
  options: Guards & ScorecardRouterOptions,
): void {
  const { scopes, scorecards, now } = options;
  bindOperation(
    router,
    options,
    operations.compareScorecards,
    async ({ by, sort, limit, cursor, reader, credentials }) => {
      const page = await scorecards.compare(
        {
          by,
          sort,
          limit,
          cursor,
          visible: await reader.visible(),
          monthAgo: findMonthAgo(now()),
        },
        refs => reader.readable(refs),
      );
      // Who may not read the whole catalog can't know what it does not have.
      if (by !== 'group' || !(await reader.seesWholeCatalog())) {
        return page;
      }
      const owners = page.items.map(line => line.ref).filter(isOwner);
      const gone = await scopes.listGone(owners, credentials);
      return {
        ...page,
        items: page.items.map(line =>
          gone.has(line.ref) ? { ...line, notInCatalog: true as const } : line,
        ),
      };
    },
  );
}

function isOwner(ref: string): boolean {
  return ref !== NONE;
}

/** The first day of a trend, if none is asked for. */
function findStart(to: Day): Day {
  return subtractDuration(toInstant(new Date(to)), 'P90D').slice(0, 10);
}

/** The day that scores are compared with. */
function findMonthAgo(now: Instant): Day {
  return subtractDuration(now, 'P30D').slice(0, 10);
}

/** Answers that there is no such part of the organization. */
export function toFault(error: unknown): never {
  throw error instanceof ScopeUnknownError
    ? new Fault('scope-unknown', errorDetail('scope-unknown', error.scope))
    : error;
}
