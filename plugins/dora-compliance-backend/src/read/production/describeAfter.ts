import {
  type AfterDeploymentView,
  identityLabel,
  type ProductionEventView,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  AfterDeployment,
  ProductionEvent,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

/** How many alerts and incidents are listed. */
const EVENTS = 20;

/** How many pieces of evidence of one are named. */
const EVIDENCE = 20;

/** What happened after a deployment, as it is shown. */
export function describeAfter(after: AfterDeployment): AfterDeploymentView {
  const { until, isOver, isReported, events, undated, rollback, timeTo } =
    after;
  const all = [...events, ...undated];
  return {
    until,
    isOver,
    isReported,
    events: all.slice(0, EVENTS).map(describeEvent),
    omittedEvents: Math.max(0, all.length - EVENTS),
    ...(rollback && { takenBackAt: rollback.at }),
    timeTo,
  };
}

function describeEvent(event: ProductionEvent): ProductionEventView {
  const { kind, title, url, severity, from, acknowledgedAt, resolvedAt } =
    event;
  const uri = url && webLink(url);
  const person = event.acknowledgedBy && identityLabel(event.acknowledgedBy);
  return {
    kind,
    title,
    ...(uri && { uri }),
    ...(severity && { severity }),
    ...(from && { from }),
    ...(acknowledgedAt && { acknowledgedAt }),
    ...(person && { acknowledgedBy: person }),
    ...(resolvedAt && { resolvedAt }),
    evidence: event.reports.slice(0, EVIDENCE).map(({ id }) => id),
  };
}
