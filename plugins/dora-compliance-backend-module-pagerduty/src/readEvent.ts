import {
  type Identity,
  type Incident,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  incidentChanged,
  linkAsset,
  type OperationsScope,
  type PartialReading,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { Event, IncidentData, type Reference } from './Event';
import { unusedEvents } from './eventTypes';
import { findSteps } from './listSteps';

const Delivered = z.object({ event: Event });

/**
 * Reads an event. One that PagerDuty adds later is kept, and its type is named.
 * Throws a ZodError that names the field.
 */
export function readEvent(
  payload: unknown,
  scope: OperationsScope,
): PartialReading {
  const { event } = Delivered.parse(payload);
  const type = event.event_type;
  const list = findSteps(type);
  if (!list) {
    return {
      statements: [],
      flaws: unusedEvents.has(type)
        ? []
        : [`event.event_type ${type} is no event that is known here`],
    };
  }
  const { data } = z
    .object({ event: z.object({ data: IncidentData }) })
    .parse(payload).event;
  const { steps, flaw } = list(data);
  const { service } = data;
  const link = linkAsset(
    { services: [service?.id, service?.summary ?? undefined] },
    scope,
  );
  const about = {
    at: event.occurred_at,
    by: event.agent ? toIdentity(event.agent) : undefined,
    subjects: [
      {
        kind: 'incident' as const,
        uri: `urn:pagerduty:${encodeURIComponent(data.id)}`,
      },
      ...link.subjects,
    ],
    sourceId: 'pagerduty',
  };
  const incident: Incident = {
    ...describeIncident(data),
    ...(link.environment && { environment: link.environment }),
  };
  return {
    statements: steps.map(step => incidentChanged(incident, step, about)),
    flaws: [
      ...(flaw ? [flaw] : []),
      ...(link.problem && steps.length > 0
        ? [`the incident ${data.id} ${link.problem}`]
        : []),
    ],
  };
}

function describeIncident(data: IncidentData): Incident {
  const url = webLink(data.html_url ?? undefined);
  const service = data.service?.summary ?? data.service?.id;
  const severity = data.priority?.summary ?? data.urgency;
  return {
    id: data.id,
    ...(url && { url }),
    ...(data.title && { title: data.title }),
    ...(service && { service }),
    ...(severity && { severity }),
  };
}

/** The account of PagerDuty; its host is the one of the customer. */
function toIdentity({ id, type, summary, html_url }: Reference): Identity {
  const url = webLink(html_url ?? undefined);
  return {
    system: url ? new URL(url).host : 'pagerduty.com',
    id,
    ...(summary && { name: summary }),
    kind: type === 'user_reference' ? 'human' : 'bot',
  };
}
