import { createReasons } from '../../registry/createReasons';

type Named = { incident: string };

/** Why an incident is, or is not, linked to the change that caused it. */
export type IncidentReasons = {
  'incident-linked': Named & { deployed: string; environment: string };
  'incident-not-linked': Named & { detected: string };
  'incident-change-unknown': Named & { named: string };
};

export const reason = createReasons<IncidentReasons>();
