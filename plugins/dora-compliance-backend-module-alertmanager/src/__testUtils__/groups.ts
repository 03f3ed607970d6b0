import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { AlertmanagerSettings } from '../config';

/** The defaults, with two tokens and a rule for the payments service. */
export const options = {
  ...AlertmanagerSettings.parse({
    services: [
      {
        name: 'payments-*',
        entity: 'component:default/payments',
        environment: 'production',
      },
    ],
  }),
  webhookTokens: ['old', 'new'],
};

/** An alert of Meridian bank, in the documented shape. */
export const alert = (changes: object = {}) => ({
  status: 'firing',
  labels: {
    alertname: 'LedgerErrorRateHigh',
    severity: 'critical',
    service: 'ledger',
    environment: 'production',
    cluster: 'eu-1',
    dora_compliance_entity: 'component:default/ledger',
  },
  annotations: {
    summary: '4.2 % of the bookings fail',
    runbook_url: 'https://docs.meridian.example/runbooks/ledger',
  },
  startsAt: '2026-03-31T12:04:10.123Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL:
    'https://prometheus.meridian.example/graph?g0.expr=ledger_errors&g0.tab=1',
  fingerprint: '1a30ba71cca2921f',
  ...changes,
});

/** The alert after it ended. */
export const resolved = (changes: object = {}) =>
  alert({
    status: 'resolved',
    endsAt: '2026-03-31T12:31:40.123Z',
    ...changes,
  });

/** A group of alerts. */
export const group = (alerts: unknown[], changes: object = {}) => ({
  version: '4',
  groupKey: '{}/{team="core"}:{alertname="LedgerErrorRateHigh"}',
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'on-call-core',
  groupLabels: { alertname: 'LedgerErrorRateHigh' },
  commonLabels: { severity: 'critical' },
  commonAnnotations: {},
  externalURL: 'https://alertmanager.meridian.example',
  alerts,
  ...changes,
});

export const delivery = (payload: unknown): Delivery => ({
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode(JSON.stringify(payload)),
});

/** A delivery with the value of an authorization header. */
export const carrying =
  (authorization: string) =>
  ({ headers, body }: Delivery): Delivery => ({
    headers: { ...headers, authorization },
    body,
  });
