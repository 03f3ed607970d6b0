import { createHmac } from 'node:crypto';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';

const HOST = 'https://meridian.pagerduty.com';

/** What PagerDuty refers to. */
const refer = (id: string, summary: string, type: string, path: string) => ({
  html_url: `${HOST}/${path}/${id}`,
  id,
  self: `https://api.pagerduty.com/${path}/${id}`,
  summary,
  type,
});

const marta = refer('PLH1HKV', 'Marta Keller', 'user_reference', 'users');

/** An incident of Meridian bank, in the documented shape. */
export const incident = (changes: object = {}) => ({
  id: 'PGR0VU2',
  type: 'incident',
  self: 'https://api.pagerduty.com/incidents/PGR0VU2',
  html_url: `${HOST}/incidents/PGR0VU2`,
  number: 2,
  status: 'triggered',
  incident_key: 'd3640fbd41094207a1c11e58e46b1662',
  created_at: '2026-03-31T12:06:00Z',
  title: 'Bookings fail',
  service: refer('PF9KMXH', 'Ledger', 'service_reference', 'services'),
  assignees: [marta],
  escalation_policy: refer(
    'PUS0KTE',
    'Core',
    'escalation_policy_reference',
    'escalation_policies',
  ),
  teams: [refer('PFCVPS0', 'Core', 'team_reference', 'teams')],
  priority: null,
  urgency: 'high',
  conference_bridge: null,
  resolve_reason: null,
  ...changes,
});

export const p1 = refer('PSO75BM', 'P1', 'priority_reference', 'priorities');

/** An event about an incident, or about something else. */
export const event = (
  type: string,
  data: object = incident(),
  changes: object = {},
) => ({
  event: {
    id: '5ac64822-4adc-4fda-ade0-410becf0de4f',
    event_type: type,
    resource_type: type.split('.')[0],
    occurred_at: '2026-03-31T12:09:22.169Z',
    agent: marta,
    client: { name: 'PagerDuty' },
    data,
    ...changes,
  },
});

export const delivery = (payload: unknown): Delivery => ({
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode(JSON.stringify(payload)),
});

/** Signs with each of the secrets, as during a rotation. */
export const signed =
  (...secrets: string[]) =>
  ({ headers, body }: Delivery): Delivery => ({
    headers: {
      ...headers,
      'x-pagerduty-signature': secrets
        .map(
          secret =>
            `v1=${createHmac('sha256', secret).update(body).digest('hex')}`,
        )
        .join(','),
    },
    body,
  });
