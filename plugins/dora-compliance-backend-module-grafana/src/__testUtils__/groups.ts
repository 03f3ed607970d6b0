import { createHmac } from 'node:crypto';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { GrafanaSettings } from '../config';

/** The defaults, with two secrets and no token. */
export const options = {
  ...GrafanaSettings.parse({}),
  webhookSecrets: ['old', 'new'],
  webhookTokens: [],
};

/** An alert of Meridian bank, in the documented shape. */
export const alert = (changes: object = {}) => ({
  status: 'firing',
  labels: {
    alertname: 'Payments latency',
    grafana_folder: 'Payments',
    severity: 'warning',
    service: 'payments-api',
    env: 'staging',
  },
  annotations: {
    summary: 'The slowest payments take more than two seconds',
    dora_compliance_entity: 'payments',
    dora_compliance_repository: 'https://github.com/meridian/payments.git',
  },
  startsAt: '2026-03-31T14:04:10.123456+02:00',
  endsAt: '0001-01-01T00:00:00Z',
  values: { B: 2.31, C: 1 },
  generatorURL: 'https://grafana.meridian.example/alerting/1afz29v7z/edit',
  fingerprint: 'c6eadffa33fcdf37',
  silenceURL: 'https://grafana.meridian.example/alerting/silence/new',
  dashboardURL: '',
  panelURL: '',
  ...changes,
});

/** A group of alerts. */
export const group = (alerts: unknown[], changes: object = {}) => ({
  receiver: 'On call',
  status: 'firing',
  orgId: 1,
  alerts,
  groupLabels: {},
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'https://grafana.meridian.example/',
  version: '1',
  groupKey: '{}:{}',
  truncatedAlerts: 0,
  title: '[FIRING:1]',
  state: 'alerting',
  message: '**Firing**',
  ...changes,
});

export const delivery = (payload: unknown): Delivery => ({
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode(JSON.stringify(payload)),
});

/** Signs as Grafana does: the body, or the time and the body. */
export const signed =
  (secret: string, seconds?: number) =>
  ({ headers, body }: Delivery): Delivery => {
    const hmac = createHmac('sha256', secret);
    if (seconds !== undefined) {
      hmac.update(`${seconds}:`);
    }
    return {
      headers: {
        ...headers,
        'x-grafana-alerting-signature': hmac.update(body).digest('hex'),
        ...(seconds !== undefined && {
          'x-grafana-alerting-timestamp': String(seconds),
        }),
      },
      body,
    };
  };
