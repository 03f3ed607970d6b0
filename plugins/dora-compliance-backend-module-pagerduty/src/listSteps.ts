import type { IncidentStep } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { IncidentData } from './Event';

/** What an event says of its incident; a flaw if it says too little. */
type Steps = {
  readonly steps: readonly IncidentStep[];
  readonly flaw?: string;
};

type Lister = (incident: IncidentData) => Steps;

/** The events that are evidence. */
const listers: ReadonlyMap<string, Lister> = new Map<string, Lister>([
  ['incident.acknowledged', () => ({ steps: [{ step: 'acknowledged' }] })],
  ['incident.incident_type.changed', listTypeSteps],
  ['incident.priority_updated', listPrioritySteps],
  ['incident.reopened', () => ({ steps: [{ step: 'detected' }] })],
  ['incident.resolved', () => ({ steps: [{ step: 'resolved' }] })],
  // Nothing has a priority that nobody, and no rule, gave it.
  [
    'incident.triggered',
    incident => ({
      steps: [{ step: 'detected' }, ...listPrioritySteps(incident).steps],
    }),
  ],
]);

/** What happened to an incident; undefined if the event is no evidence. */
export function findSteps(type: string): Lister | undefined {
  return listers.get(type);
}

function listPrioritySteps({ priority }: IncidentData): Steps {
  return priority
    ? {
        steps: [
          {
            step: 'classified',
            classification: priority.summary,
            scheme: 'priority',
          },
        ],
      }
    : {
        steps: [],
        flaw: 'the priority was removed; the one before it still counts',
      };
}

function listTypeSteps({ incident_type: type }: IncidentData): Steps {
  return type
    ? {
        steps: [
          {
            step: 'classified',
            classification: type.name,
            scheme: 'incident type',
          },
        ],
      }
    : { steps: [], flaw: 'event.data.incident_type is missing' };
}
