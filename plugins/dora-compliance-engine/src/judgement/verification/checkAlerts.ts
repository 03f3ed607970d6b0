import { Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { JudgementContext, TimedCheck } from '../../registry/Judgement';
import type { ProductionEvent } from '../../runtime/AfterDeployment';
import { traceAfterDeployment } from '../../runtime/traceAfterDeployment';
import { findEarliest } from '../findEarliest';
import { listIds } from '../listIds';
import { reason } from './reasons';

/** Whether somebody answered each alert that fired soon after a deployment. */
export function checkAlerts(
  deployment: KnownDeployment,
  { index, parameters }: JudgementContext,
): TimedCheck {
  const { at, reports } = deployment;
  const within = Duration.parse(parameters.watchFor);
  const after = traceAfterDeployment(deployment, index, within);
  const { until, isOver } = after;
  const alerts = after.events.filter(({ kind }) => kind === 'alert');
  const open = alerts.find(one => !isAnswered(one));
  const inOrder = open ? [open, ...alerts.filter(one => one !== open)] : alerts;
  const answer = {
    check: 'alerts-answered',
    evidence: listIds([...inOrder.flatMap(one => one.reports), ...reports]),
    since: findEarliest(reports),
  };
  if (!isOver) {
    const cause = reason('alerts-pending', { until });
    return { ...answer, passed: null, cause, changesAt: until };
  }
  if (open) {
    const { title: alert, from = at } = open;
    const cause = reason('alert-not-answered', { alert, at: from });
    return { ...answer, passed: false, cause };
  }
  const wasConnected = index
    .ofType('alert-changed')
    .some(({ observedAt }) => observedAt <= at);
  return wasConnected
    ? {
        ...answer,
        passed: true,
        cause: reason('alerts-answered', { count: alerts.length }),
      }
    : { ...answer, passed: null, cause: reason('alerts-not-reported') };
}

function isAnswered({ acknowledgedAt, resolvedAt }: ProductionEvent): boolean {
  return acknowledgedAt !== undefined || resolvedAt !== undefined;
}
