import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, requireMoment } from './DeliveryContext';
import { Action, Moment, Repository, User, WebAddress } from './fields';
import { findingChanged, toSeverity, stateAfter } from './finding';

/** For alerts that do not name their tool. */
const UNTOLD = { name: 'GitHub code scanning', version: undefined };

const AlertEvent = z.looseObject({
  action: z.string(),
  repository: Repository,
  sender: User.nullish(),
  commit_oid: z.string().nullish(),
  alert: z.looseObject({
    number: z.number(),
    html_url: WebAddress,
    created_at: Moment.nullish(),
    fixed_at: Moment.nullish(),
    dismissed_at: Moment.nullish(),
    dismissed_by: User.nullish(),
    dismissed_reason: z.string().nullish(),
    rule: z.looseObject({
      id: z.string().min(1),
      description: z.string().nullish(),
      security_severity_level: z.string().nullish(),
    }),
    tool: z
      .looseObject({
        name: z.string().min(1),
        version: z.string().nullish(),
      })
      .nullish(),
  }),
});

type AlertEvent = z.output<typeof AlertEvent>;

/**
 * `code_scanning_alert`: created, fixed, closed or opened again. That an alert
 * appeared in one more branch, or was assigned, changes no finding.
 */
export function readCodeScanningAlert(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action } = Action.parse(payload);
  const state = stateAfter(action);
  if (!state) {
    return [];
  }
  const event = AlertEvent.parse(payload);
  const { repository, alert, commit_oid: commit } = event;
  const { rule } = alert;
  const tool = alert.tool ?? UNTOLD;
  const version = tool.version ?? undefined;
  return [
    findingChanged(repository, {
      tool: { name: tool.name, ...(version && { version }) },
      kind: 'code',
      finding: {
        id: String(alert.number),
        rule: rule.id,
        ...(rule.description && { title: rule.description }),
        url: alert.html_url,
      },
      // The level error, warning or note of a rule is no severity.
      severity: toSeverity(rule.security_severity_level),
      state,
      reason: state === 'dismissed' ? alert.dismissed_reason : undefined,
      changedBy: readActor(event),
      openedAt: alert.created_at,
      changedAt: readChangedAt(event) ?? requireMoment(context),
      commit,
    }),
  ];
}

/** An analysis opens and fixes alerts; only these two are done by somebody. */
function readActor({ action, alert, sender }: AlertEvent) {
  switch (action) {
    case 'closed_by_user':
      return alert.dismissed_by ?? null;
    case 'reopened_by_user':
      return sender ?? null;
    default:
      return undefined;
  }
}

function readChangedAt({ action, alert }: AlertEvent) {
  switch (action) {
    case 'created':
      return alert.created_at;
    case 'fixed':
      return alert.fixed_at;
    case 'closed_by_user':
      return alert.dismissed_at;
    default:
      return undefined;
  }
}
