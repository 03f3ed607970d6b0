import {
  addDuration,
  type Duration,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../lineage/Deployments';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { AfterDeployment, ProductionEvent } from './AfterDeployment';
import { findRollback } from './findRollback';
import { isWhere } from './isWhere';
import { listAlerts } from './listAlerts';
import { listIncidents } from './listIncidents';

/** How long after a deployment an alert counts as one after it. */
const WITHIN = 'PT1H' as Duration;

/**
 * What happened after a deployment to production: which alerts fired and which
 * incidents were detected, and how long it took to detect, to respond and to restore.
 * An event that follows several deployments belongs to each: nothing shows which of
 * them caused it.
 *
 * @param within - how long after it
 * @public
 */
export function traceAfterDeployment(
  deployment: KnownDeployment,
  index: EvidenceIndex,
  within: Duration = WITHIN,
): AfterDeployment {
  const until = addDuration(deployment.at, within);
  const reported = [...listAlerts(index), ...listIncidents(index)];
  const all = reported.filter(event => isWhere(event, deployment, index));
  const events = all
    .filter(({ from }) => from && from >= deployment.at && from <= until)
    .sort((a, b) => Date.parse(a.from!) - Date.parse(b.from!));
  const rollback = findRollback(deployment, index);
  const detectedAt = events[0]?.from;
  const respondedAt = findEarliest(
    events
      .map(({ acknowledgedAt }) => acknowledgedAt)
      // Clocks of tools differ: nobody responds before it is detected.
      .filter(at => at && detectedAt && at >= detectedAt),
  );
  const restoredAt = detectedAt && findRestored(events, rollback, detectedAt);
  return {
    deployment,
    until,
    isOver: index.asOf >= until,
    isReported: reported.length > 0,
    events,
    undated: all.filter(
      ({ from, reports }) => !from && reports[0]!.observedAt >= deployment.at,
    ),
    rollback,
    detectedAt,
    respondedAt,
    restoredAt,
    timeTo: {
      detect: measure(deployment.at, detectedAt),
      respond: measure(detectedAt, respondedAt),
      restore: measure(detectedAt, restoredAt),
    },
  };
}

/**
 * What happened after each deployment to production, earliest first. An environment
 * that nobody classified may be production.
 *
 * @public
 */
export function traceAfterDeployments(
  index: EvidenceIndex,
  within: Duration = WITHIN,
): AfterDeployment[] {
  return index.deployments
    .filter(({ kind }) => kind !== 'elsewhere')
    .map(deployment => traceAfterDeployment(deployment, index, within));
}

/** When all was resolved, or when the deployment was taken back after the first event. */
function findRestored(
  events: readonly ProductionEvent[],
  rollback: KnownDeployment | undefined,
  detectedAt: Instant,
): Instant | undefined {
  // What is not resolved is undefined, which comes last in this order.
  const resolved = events
    .map(({ resolvedAt }) => resolvedAt)
    .sort()
    .at(-1);
  const takenBack =
    rollback && rollback.at >= detectedAt ? rollback.at : undefined;
  return findEarliest([resolved, takenBack]);
}

/** What is not known comes last. */
function findEarliest(
  instants: readonly (Instant | undefined)[],
): Instant | undefined {
  return [...instants].sort()[0];
}

function measure(
  from: Instant | undefined,
  to: Instant | undefined,
): number | undefined {
  return from && to ? Date.parse(to) - Date.parse(from) : undefined;
}
