import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, requireMoment } from './DeliveryContext';
import { Action, Moment, Repository, User, WebAddress } from './fields';
import { findingChanged, toSeverity, stateAfter } from './finding';

/** What scans dependencies on GitHub. */
const TOOL = { name: 'Dependabot' };

const DependabotEvent = z.looseObject({
  action: z.string(),
  repository: Repository,
  sender: User.nullish(),
  alert: z.looseObject({
    number: z.number(),
    html_url: WebAddress,
    created_at: Moment.nullish(),
    fixed_at: Moment.nullish(),
    dismissed_at: Moment.nullish(),
    auto_dismissed_at: Moment.nullish(),
    dismissed_by: User.nullish(),
    dismissed_reason: z.string().nullish(),
    security_advisory: z.looseObject({
      ghsa_id: z.string().min(1),
      summary: z.string().nullish(),
      severity: z.string().nullish(),
    }),
    security_vulnerability: z
      .looseObject({ severity: z.string().nullish() })
      .nullish(),
  }),
});

type DependabotEvent = z.output<typeof DependabotEvent>;

const LegacyEvent = z.looseObject({
  action: z.string(),
  repository: Repository,
  alert: z.looseObject({
    id: z.number(),
    number: z.number().nullish(),
    ghsa_id: z.string().min(1).nullish(),
    external_identifier: z.string().min(1),
    affected_package_name: z.string(),
    severity: z.string().nullish(),
    created_at: Moment.nullish(),
    fixed_at: Moment.nullish(),
    dismisser: User.nullish(),
    dismissed_at: Moment.nullish(),
    dismiss_reason: z.string().nullish(),
  }),
});

type LegacyEvent = z.output<typeof LegacyEvent>;

/** `dependabot_alert`: all but its assignment. */
export function readDependabotAlert(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action } = Action.parse(payload);
  const state = stateAfter(action);
  if (!state) {
    return [];
  }
  const event = DependabotEvent.parse(payload);
  const { repository, alert } = event;
  const { ghsa_id: rule, summary, severity } = alert.security_advisory;
  return [
    findingChanged(repository, {
      tool: TOOL,
      kind: 'dependency',
      finding: {
        id: String(alert.number),
        rule,
        ...(summary && { title: summary }),
        url: alert.html_url,
      },
      severity: toSeverity(alert.security_vulnerability?.severity ?? severity),
      state,
      reason: readReason(event),
      changedBy: readActor(event),
      openedAt: alert.created_at,
      changedAt: readChangedAt(event) ?? requireMoment(context),
    }),
  ];
}

/** A rule dismisses and reopens alerts of itself, without a reason. */
function readReason({ action, alert }: DependabotEvent) {
  switch (action) {
    case 'dismissed':
      return alert.dismissed_reason;
    case 'auto_dismissed':
      return action;
    default:
      return undefined;
  }
}

function readActor({ action, alert, sender }: DependabotEvent) {
  switch (action) {
    case 'dismissed':
      return alert.dismissed_by ?? null;
    case 'reopened':
      return sender ?? null;
    default:
      return undefined;
  }
}

function readChangedAt({ action, alert }: DependabotEvent) {
  switch (action) {
    case 'created':
      return alert.created_at;
    case 'fixed':
      return alert.fixed_at;
    case 'dismissed':
      return alert.dismissed_at;
    case 'auto_dismissed':
      return alert.auto_dismissed_at;
    default:
      return undefined;
  }
}

/**
 * `repository_vulnerability_alert`: what older servers send in place of
 * `dependabot_alert`. Its number, where reported, is that of the same alert.
 */
export function readVulnerabilityAlert(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action } = Action.parse(payload);
  const state = stateAfter(action);
  if (!state) {
    return [];
  }
  const event = LegacyEvent.parse(payload);
  const { repository, alert } = event;
  const url =
    alert.number &&
    `${repository.html_url}/security/dependabot/${alert.number}`;
  return [
    findingChanged(repository, {
      tool: TOOL,
      kind: 'dependency',
      finding: {
        id: String(alert.number ?? alert.id),
        rule: alert.ghsa_id ?? alert.external_identifier,
        title: `${alert.external_identifier} in ${alert.affected_package_name}`,
        ...(url && { url }),
      },
      severity: toSeverity(alert.severity),
      state,
      reason: state === 'dismissed' ? alert.dismiss_reason : undefined,
      changedBy: state === 'dismissed' ? alert.dismisser ?? null : undefined,
      openedAt: alert.created_at,
      changedAt: readLegacyChangedAt(event) ?? requireMoment(context),
    }),
  ];
}

function readLegacyChangedAt({ action, alert }: LegacyEvent) {
  switch (action) {
    case 'create':
      return alert.created_at;
    case 'dismiss':
      return alert.dismissed_at;
    case 'resolve':
      return alert.fixed_at;
    default:
      return undefined;
  }
}
