import type {
  Alert,
  Incident,
  Predicate,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at, evidence, person } from './story';

type State = Predicate<'alert-changed'>['state'];

const alertSubject = (id: string): Subject => ({
  kind: 'alert',
  uri: `urn:alertmanager:${id}`,
});

const incidentSubject = (id: string): Subject => ({
  kind: 'incident',
  uri: `urn:pagerduty:${id}`,
});

/** A report on an alert that began to fire at `started`. */
export function alerted(
  state: State,
  minutes: number,
  {
    started = minutes,
    id = 'f1',
    ...alert
  }: Partial<Alert> & { started?: number | null } = {},
) {
  return evidence(
    'alert-changed',
    at(minutes),
    {
      alert: { id, name: 'HighErrorRate', ...alert },
      state,
      ...(state === 'acknowledged' && { changedBy: person('marta') }),
      ...(started !== null && { startedAt: at(started) }),
      changedAt: at(minutes),
    },
    [alertSubject(id)],
  );
}

const toIncident = (more: Partial<Incident>): Incident => ({
  id: 'INC-7',
  ...more,
});

export function detected(minutes: number, more: Partial<Incident> = {}) {
  const incident = toIncident(more);
  return evidence(
    'incident-detected',
    at(minutes),
    { incident, detectedAt: at(minutes) },
    [incidentSubject(incident.id)],
  );
}

export function acknowledged(minutes: number, more: Partial<Incident> = {}) {
  const incident = toIncident(more);
  return evidence(
    'incident-acknowledged',
    at(minutes),
    {
      incident,
      acknowledgedBy: person('marta'),
      acknowledgedAt: at(minutes),
    },
    [incidentSubject(incident.id)],
  );
}

export function resolved(minutes: number, more: Partial<Incident> = {}) {
  const incident = toIncident(more);
  return evidence(
    'incident-resolved',
    at(minutes),
    { incident, resolvedAt: at(minutes) },
    [incidentSubject(incident.id)],
  );
}
