import {
  addDuration,
  Duration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import { listAlerts } from '../../lineage/listAlerts';
import type { JudgementContext, TimedCheck } from '../../registry/Judgement';
import { justAfter } from '../calendarDays';
import { findEarliest } from '../findEarliest';
import { listIds } from '../listIds';
import { reason } from './reasons';

/** Whether somebody answered each alert that fired soon after a deployment. */
export function checkAlerts(
  deployment: KnownDeployment,
  { index, asOf, parameters }: JudgementContext,
): TimedCheck {
  const { at, reports } = deployment;
  const until = addDuration(at, Duration.parse(parameters.watchFor));
  const alerts = listAlerts(deployment, { index, until });
  const open = alerts.find(({ answer: state }) => !state);
  const inOrder = open ? [open, ...alerts.filter(one => one !== open)] : alerts;
  const answer = {
    check: 'alerts-answered',
    evidence: listIds([
      ...inOrder.flatMap(({ evidence }) => evidence),
      ...reports,
    ]),
    since: findEarliest(reports),
  };
  if (asOf <= until) {
    const cause = reason('alerts-pending', { until });
    return { ...answer, passed: null, cause, changesAt: justAfter(until) };
  }
  if (open) {
    const { name: alert, firedAt } = open;
    const cause = reason('alert-not-answered', { alert, at: firedAt });
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
