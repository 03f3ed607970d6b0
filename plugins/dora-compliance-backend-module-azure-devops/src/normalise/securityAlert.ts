import type {
  Predicate,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { parseRepositoryPlace, repositoryUri } from '../repositoryPlace';
import { toIdentity, OptionalMoment, Person } from './fields';
import { createdAt, type EventReader } from './ServiceHookEvent';

type Finding = Predicate<'security-finding-changed'>;

const Rule = z.looseObject({
  opaqueId: z.string().nullish(),
  friendlyName: z.string().nullish(),
});

/** An alert of GitHub Advanced Security for Azure DevOps. */
const Alert = z.looseObject({
  alertId: z.number().int(),
  severity: z.string().nullish(),
  title: z.string().nullish(),
  tools: z
    .array(
      z.looseObject({
        name: z.string().min(1),
        rules: z.array(Rule).nullish(),
      }),
    )
    .min(1),
  dismissal: z
    .looseObject({
      dismissalType: z.string().nullish(),
      stateChangedBy: z.string().nullish(),
      stateChangedByIdentity: Person.nullish(),
    })
    .nullish(),
  repositoryUrl: z.string().min(1),
  alertType: z.string().nullish(),
  firstSeenDate: OptionalMoment,
  introducedDate: OptionalMoment,
  state: z.string().min(1),
});

type Alert = z.output<typeof Alert>;

/**
 * `ms.vss-alerts.alert-created-event`, `alert-state-changed-event` and
 * `alert-updated-event`.
 */
export const readAlert: EventReader = event => {
  const alert = Alert.parse(event.resource);
  const place = parseRepositoryPlace(alert.repositoryUrl);
  if (!place) {
    throw new TypeError('resource.repositoryUrl is no repository');
  }
  const repository = repositoryUri(place);
  const url = `${repository}/alerts/${alert.alertId}`;
  const changedAt = createdAt(event);
  const openedAt = alert.introducedDate ?? alert.firstSeenDate;
  const state = toState(alert);
  const statement: Statement = {
    type: 'security-finding-changed',
    subjects: [
      { kind: 'repository', uri: repository },
      { kind: 'finding', uri: url },
    ],
    predicate: {
      ...readTool(alert),
      kind: toFindingKind(alert),
      finding: {
        id: String(alert.alertId),
        rule: readRule(alert),
        ...(alert.title && { title: alert.title }),
        url,
      },
      severity: toSeverity(alert),
      state,
      ...(state === 'dismissed' &&
        readDismissal(alert, place.organisation.host)),
      ...(openedAt && { openedAt }),
      changedAt,
    },
    observedAt: changedAt,
    sourceId: 'azure-devops',
  };
  return [statement];
};

function readTool({ tools }: Alert): Pick<Finding, 'tool'> {
  return { tool: { name: tools[0]?.name ?? '' } };
}

/** Throws when the alert names no rule. */
function readRule({ tools }: Alert): string {
  const rule = tools[0]?.rules?.[0];
  const name = rule?.opaqueId || rule?.friendlyName;
  if (!name) {
    throw new TypeError('resource.tools.0.rules names no rule');
  }
  return name;
}

function toFindingKind({ alertType }: Alert): Finding['kind'] {
  switch (alertType?.toLowerCase()) {
    case 'code':
      return 'code';
    case 'dependency':
      return 'dependency';
    case 'secret':
      return 'secret';
    default:
      return 'other';
  }
}

/** Note, warning and error are words for the quality of code. */
function toSeverity({ severity }: Alert): Finding['severity'] {
  switch (severity?.toLowerCase()) {
    case 'critical':
      return 'critical';
    case 'high':
      return 'high';
    case 'medium':
      return 'medium';
    case 'low':
      return 'low';
    default:
      return 'unknown';
  }
}

function toState({ state }: Alert): Finding['state'] {
  switch (state.toLowerCase()) {
    case 'active':
      return 'open';
    case 'fixed':
      return 'fixed';
    case 'dismissed':
    case 'autodismissed':
      return 'dismissed';
    default:
      throw new TypeError(`resource.state ${state} is unknown`);
  }
}

function readDismissal(
  { dismissal }: Alert,
  system: string,
): Pick<Finding, 'reason' | 'changedBy'> {
  const { dismissalType, stateChangedBy, stateChangedByIdentity } =
    dismissal ?? {};
  const person =
    stateChangedByIdentity ?? (stateChangedBy ? { id: stateChangedBy } : null);
  return {
    ...(dismissalType && { reason: dismissalType }),
    ...(person && { changedBy: toIdentity(person, system) }),
  };
}
