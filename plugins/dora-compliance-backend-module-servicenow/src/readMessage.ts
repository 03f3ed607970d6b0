import {
  type Identity,
  type Incident,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  incidentChanged,
  type IncidentStep,
  linkAsset,
  type OperationsScope,
  type PartialReading,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { Message } from './Message';

/**
 * Reads a message of the business rule. One whose event is not known is kept, and
 * the event is named. Throws a ZodError that names the field.
 */
export function readMessage(
  payload: unknown,
  scope: OperationsScope,
): PartialReading {
  const message = Message.parse(payload);
  const step = findStep(message);
  if (typeof step === 'string') {
    return { statements: [], flaws: [step] };
  }
  const { id, number, entity, repository, service, ...told } = message.incident;
  const link = linkAsset(
    {
      entity,
      repository,
      services: [service, told.configurationItem],
      environment: told.environment,
    },
    scope,
  );
  const url = webLink(told.url);
  const named = service ?? told.configurationItem;
  const incident: Incident = {
    id: number,
    ...(url && { url }),
    ...(told.title && { title: told.title }),
    ...(named && { service: named }),
    ...(told.severity && { severity: told.severity }),
    ...(link.environment && { environment: link.environment }),
  };
  return {
    statements: [
      incidentChanged(incident, step, {
        at: message.at,
        by: readUser(message),
        subjects: [
          {
            kind: 'incident',
            uri: `urn:servicenow:${encodeURIComponent(id)}`,
          },
          ...link.subjects,
        ],
        sourceId: 'servicenow',
      }),
    ],
    flaws: link.problem ? [`the incident ${number} ${link.problem}`] : [],
  };
}

/** What happened, or why it is no evidence. */
function findStep(message: Message): IncidentStep | string {
  const { event, classification, scheme } = message;
  switch (event) {
    case 'opened':
    case 'reopened':
      return {
        step: 'detected',
        occurredAt: message.occurredAt ?? undefined,
      };
    case 'acknowledged':
    case 'resolved':
      return { step: event };
    case 'classified':
      return classification
        ? { step: event, classification, ...(scheme && { scheme }) }
        : 'classification is missing; the one before it still counts';
    default:
      return `event ${event} is none of opened, acknowledged, classified, resolved and reopened`;
  }
}

/** A user of the instance; absent if the message names neither id nor login. */
function readUser({ by, instance }: Message): Identity | undefined {
  const { id, login, name, integration } = by ?? {};
  if (!id && !login) {
    return undefined;
  }
  return {
    system: instance,
    ...(id && { id }),
    ...(login && { login }),
    ...(name && { name }),
    kind: readKind(integration),
  };
}

function readKind(isIntegration: boolean | undefined): Identity['kind'] {
  if (isIntegration === undefined) {
    return 'unknown';
  }
  return isIntegration ? 'bot' : 'human';
}
