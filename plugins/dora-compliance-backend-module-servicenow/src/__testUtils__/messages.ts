import { createHmac } from 'node:crypto';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { ServicenowSettings } from '../config';

/** Two secrets, no token, and a rule for the configuration items of cards. */
export const options = {
  ...ServicenowSettings.parse({
    services: [
      {
        name: 'cards-*',
        entity: 'component:default/cards',
        environment: 'live',
      },
    ],
    productionEnvironments: ['live'],
  }),
  webhookSecrets: ['old', 'new'],
  webhookTokens: [],
};

/** An incident of Meridian bank. */
export const incident = (changes: object = {}) => ({
  id: '9d385017c611228701d22104cc95c371',
  number: 'INC0010042',
  url: 'https://meridian.service-now.com/nav_to.do?uri=incident.do?sys_id=9d385017c611228701d22104cc95c371',
  title: 'Bookings fail',
  severity: '1 - High',
  service: 'Core banking',
  configurationItem: 'ledger-api',
  environment: 'production',
  entity: 'component:default/ledger',
  repository: '',
  ...changes,
});

/** A message of the business rule. */
export const message = (event: string, changes: object = {}) => ({
  version: 1,
  event,
  at: '2026-03-31T12:09:22Z',
  by: {
    id: '6816f79cc0a8016401c5a33be04be441',
    login: 'marta.keller',
    name: 'Marta Keller',
    integration: false,
  },
  instance: 'meridian.service-now.com',
  incident: incident(),
  occurredAt: null,
  ...changes,
});

export const delivery = (payload: unknown): Delivery => ({
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode(JSON.stringify(payload)),
});

/** Signs as the business rule does: the time and the body. */
export const signed =
  (secret: string, seconds: number) =>
  ({ headers, body }: Delivery): Delivery => ({
    headers: {
      ...headers,
      'x-servicenow-timestamp': String(seconds),
      'x-servicenow-signature': createHmac('sha256', secret)
        .update(`${seconds}:`)
        .update(body)
        .digest('base64'),
    },
    body,
  });
