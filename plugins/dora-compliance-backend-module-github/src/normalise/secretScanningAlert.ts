import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, requireMoment } from './DeliveryContext';
import { Action, Moment, Repository, User, WebAddress } from './fields';
import { findingChanged } from './finding';

const AlertEvent = z.looseObject({
  action: z.string(),
  repository: Repository,
  sender: User.nullish(),
  alert: z.looseObject({
    number: z.number(),
    html_url: WebAddress.nullish(),
    created_at: Moment.nullish(),
    resolution: z.string().nullish(),
    resolved_at: Moment.nullish(),
    resolved_by: User.nullish(),
    secret_type: z.string().min(1),
    secret_type_display_name: z.string().nullish(),
  }),
});

type AlertEvent = z.output<typeof AlertEvent>;

/**
 * `secret_scanning_alert`: created, resolved or opened again. GitHub gives no
 * severity, and older servers neither page nor beginning. The secret itself is
 * never read.
 */
export function readSecretScanningAlert(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action } = Action.parse(payload);
  if (!['created', 'resolved', 'reopened'].includes(action)) {
    return [];
  }
  const event = AlertEvent.parse(payload);
  const { repository, alert } = event;
  const title = alert.secret_type_display_name;
  const page = `${repository.html_url}/security/secret-scanning/${alert.number}`;
  return [
    findingChanged(repository, {
      tool: { name: 'GitHub secret scanning' },
      kind: 'secret',
      finding: {
        id: String(alert.number),
        rule: alert.secret_type,
        ...(title && { title }),
        url: alert.html_url ?? page,
      },
      severity: 'unknown',
      state: toState(event),
      reason: action === 'resolved' ? alert.resolution : undefined,
      changedBy: readActor(event),
      openedAt: alert.created_at,
      changedAt: readChangedAt(event) ?? requireMoment(context),
    }),
  ];
}

/** Only revoking a leaked secret fixes it; all else dismisses the alert. */
function toState({ action, alert }: AlertEvent) {
  if (action !== 'resolved') {
    return 'open';
  }
  return alert.resolution === 'revoked' ? 'fixed' : 'dismissed';
}

function readActor({ action, alert, sender }: AlertEvent) {
  switch (action) {
    case 'resolved':
      return alert.resolved_by ?? null;
    case 'reopened':
      return sender ?? null;
    default:
      return undefined;
  }
}

function readChangedAt({ action, alert }: AlertEvent) {
  switch (action) {
    case 'created':
      return alert.created_at;
    case 'resolved':
      return alert.resolved_at;
    default:
      return undefined;
  }
}
