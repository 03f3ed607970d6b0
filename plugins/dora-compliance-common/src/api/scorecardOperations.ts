import { z } from 'zod';
import {
  assetExportPermission,
  inventoryReadPermission,
} from '../permissions/permissions';
import { Day } from '../time/Day';
import { Instant } from '../time/Instant';
import { ActionsView } from './actionViews';
import { ChangePathsView } from './changePathViews';
import { operation } from './Operation';
import { pageShape, PageQuery } from './Page';
import { requestText } from './RequestText';
import {
  ScopeKind,
  ScorecardLines,
  ScorecardView,
  StatusChangeView,
  TrendView,
} from './scorecardViews';

const none = z.object({});

/**
 * What is asked about: the organization, or a part of it. `ref` is an entity
 * reference, a level of criticality or `unclassified`, or `none` for what belongs to
 * no part.
 */
export const Scope = z.object({
  of: ScopeKind.default('organization'),
  ref: requestText(600).min(1).optional(),
});

/** Operations on scorecards, and on what has to be done. */
export const scorecardOperations = {
  readScorecard: operation({
    method: 'GET',
    path: '/scorecard',
    summary:
      'Two numbers for the organization or a part of it, with its controls and assets, worst first',
    needs: inventoryReadPermission.name,
    params: none,
    query: PageQuery.extend(Scope.shape),
    answer: ScorecardView,
  }),
  compareScorecards: operation({
    method: 'GET',
    path: '/scorecards',
    summary: 'The scorecards of all parts of one kind',
    needs: inventoryReadPermission.name,
    params: none,
    query: PageQuery.extend({
      by: z
        .enum(['group', 'system', 'function', 'criticality'])
        .default('group'),
      sort: z.enum(['name', '-findings']).default('name'),
    }),
    answer: ScorecardLines,
  }),
  readTrend: operation({
    method: 'GET',
    path: '/scorecard/trend',
    summary: 'The two numbers over time, each day on which they changed',
    needs: inventoryReadPermission.name,
    params: none,
    query: Scope.extend({
      /** 90 days before the end by default. */
      from: Day.optional(),
      /** Today by default. */
      to: Day.optional(),
    }),
    answer: TrendView,
  }),
  listStatusChanges: operation({
    method: 'GET',
    path: '/scorecard/changes',
    summary: 'Changes of statuses since an instant, latest first',
    needs: inventoryReadPermission.name,
    params: none,
    query: PageQuery.extend({
      ...Scope.shape,
      since: Instant,
      /** One control; all by default. */
      controlId: requestText(200).min(1).optional(),
    }),
    answer: pageShape(StatusChangeView),
  }),
  listChangePaths: operation({
    method: 'GET',
    path: '/scorecard/change-paths',
    summary:
      'The assets that a business function depends on, and the pipelines that can change each of them',
    needs: inventoryReadPermission.name,
    params: none,
    query: PageQuery.extend({
      /** The business function. */
      ref: requestText(600).regex(/:/, 'must be an entity reference'),
    }),
    answer: ChangePathsView,
  }),
  listActions: operation({
    method: 'GET',
    path: '/actions',
    summary:
      'What waits for the caller and the groups of the caller, for another group, or for the owner of one asset: findings and unknowns, the most risk for the least effort first',
    needs: inventoryReadPermission.name,
    params: none,
    query: PageQuery.extend({
      /** A group instead of those of the caller. */
      group: requestText(600).min(1).optional(),
      /** One asset, whoever owns it. Not together with a group. */
      assetRef: requestText(600).min(1).optional(),
      status: z.enum(['not-satisfied', 'not-assessed']).optional(),
    }),
    answer: ActionsView,
  }),
  exportScorecard: operation({
    method: 'GET',
    path: '/scorecard/export',
    summary:
      'Every pair of asset and control with its status and weight, as CSV: what the two numbers are computed from',
    needs: inventoryReadPermission.name,
    alsoNeeds: assetExportPermission.name,
    params: none,
    query: Scope,
    answer: z.instanceof(Uint8Array),
    raw: 'text/csv',
  }),
} as const;
