import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import doraCompliance from '@ict-assurance/backstage-plugin-dora-compliance-backend';
import alertmanager from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-alertmanager';
import grafana from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-grafana';
import jira from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-jira-service-management';
import pagerduty from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-pagerduty';
import servicenow from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-servicenow';
import type { Knex } from 'knex';
import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

jest.setTimeout(150_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_14'] });

const ledger = 'component:default/ledger';
const now = Date.now();
const minutesAgo = (minutes: number) =>
  new Date(now - minutes * 60_000).toISOString();

const alert = {
  status: 'firing',
  labels: { alertname: 'Errors', dora_compliance_entity: ledger },
  annotations: {},
  startsAt: minutesAgo(5),
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'https://monitoring.meridian.example/rule',
  fingerprint: '1a30ba71cca2921f',
};
const group = {
  groupKey: '{}:{alertname="Errors"}',
  receiver: 'on-call',
  status: 'firing',
  truncatedAlerts: 0,
  alerts: [alert],
};
const user = 'https://meridian.pagerduty.com/users/PLH1HKV';

/** A delivery of each tool about the same asset, and what it is evidence of. */
const deliveries: Record<string, { body: object; type: string; id: string }> = {
  alertmanager: {
    body: { version: '4', ...group },
    type: 'alert-changed',
    id: alert.fingerprint,
  },
  grafana: {
    body: { version: '1', ...group },
    type: 'alert-changed',
    id: alert.fingerprint,
  },
  pagerduty: {
    body: {
      event: {
        id: '01BRB6ZP4M6T8ZG4X6BP63ZB9O',
        event_type: 'incident.acknowledged',
        occurred_at: minutesAgo(4),
        agent: {
          id: 'PLH1HKV',
          type: 'user_reference',
          summary: 'Marta Keller',
          html_url: user,
        },
        data: {
          id: 'PGR0VU2',
          type: 'incident',
          incident_key: 'd3640fbd41094207a1c11e58e46b1662',
          title: 'Bookings fail',
          service: { id: 'PF9KMXH', type: 'service_reference' },
        },
      },
    },
    type: 'incident-acknowledged',
    id: 'PGR0VU2',
  },
  'jira-service-management': {
    body: {
      timestamp: Date.parse(minutesAgo(3)),
      webhookEvent: 'jira:issue_created',
      issue: {
        id: '10042',
        self: 'https://meridian.atlassian.net/rest/api/2/issue/10042',
        key: 'OPS-42',
        fields: {
          summary: 'Bookings fail',
          issuetype: { name: 'Incident' },
          status: { name: 'Open', statusCategory: { key: 'new' } },
          labels: ['dora-entity=ledger'],
        },
      },
    },
    type: 'incident-detected',
    id: 'OPS-42',
  },
  servicenow: {
    body: {
      version: 1,
      event: 'resolved',
      at: minutesAgo(2),
      instance: 'meridian.service-now.com',
      incident: {
        id: '9d385017c611228701d22104cc95c371',
        number: 'INC0010042',
        entity: 'ledger',
      },
    },
    type: 'incident-resolved',
    id: 'INC0010042',
  },
};

const sign = (body: string, encoding: 'base64' | 'hex' = 'hex') =>
  createHmac('sha256', 'secret').update(body).digest(encoding);

const proofs: Record<string, (body: string) => Record<string, string>> = {
  alertmanager: () => ({ authorization: 'Bearer secret' }),
  grafana: body => ({ 'x-grafana-alerting-signature': sign(body) }),
  pagerduty: body => ({ 'x-pagerduty-signature': `v1=${sign(body)}` }),
  'jira-service-management': body => ({
    'x-hub-signature': `sha256=${sign(body)}`,
  }),
  servicenow: body => ({ 'x-servicenow-signature': sign(body, 'base64') }),
};

const bound = [{ secret: 'secret', scope: [ledger] }];
const configuration = {
  alertmanager: { webhookTokens: bound },
  grafana: { webhookSecrets: bound },
  pagerduty: {
    webhookSecrets: bound,
    services: [{ name: 'PF9KMXH', entity: ledger }],
  },
  jiraServiceManagement: { webhookSecrets: bound },
  servicenow: { webhookSecrets: bound },
};

describe.each(databases.eachSupportedId())(
  'what monitoring and incident tools send, on %s',
  id => {
    let knex: Knex;
    let backend: Awaited<ReturnType<typeof startTestBackend>>;

    beforeEach(async () => {
      knex = await databases.init(id);
      backend = await startTestBackend({
        features: [
          doraCompliance,
          alertmanager,
          grafana,
          pagerduty,
          jira,
          servicenow,
          mockServices.database.factory({ knex }),
          mockServices.rootConfig.factory({
            data: { doraCompliance: configuration },
          }),
          catalogServiceMock.factory({ entities: [] }),
        ],
      });
    });

    afterEach(async () => {
      await backend.stop();
      await knex.destroy();
    });

    async function send(source: string, payload: object, proof = true) {
      const body = JSON.stringify(payload);
      const { port } = backend.server.address() as AddressInfo;
      const { status } = await fetch(
        `http://localhost:${port}/api/dora-compliance/ingest/${source}`,
        {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(proof && proofs[source]!(body)),
          },
          body,
        },
      );
      return status;
    }

    async function readEvidence(): Promise<string[]> {
      for (;;) {
        const [waiting] = await knex('document_queue').count({ count: '*' });
        if (Number(waiting?.count) === 0) {
          break;
        }
        await sleep(50);
      }
      const rows = await knex('held_evidence');
      return rows.map(row => JSON.stringify(row));
    }

    it('is evidence about the asset, within the scope of the secret', async () => {
      for (const [source, { body }] of Object.entries(deliveries)) {
        expect([source, await send(source, body)]).toEqual([source, 202]);
      }
      const kept = await readEvidence();
      for (const [source, { type, id: name }] of Object.entries(deliveries)) {
        const own = kept.filter(row => row.includes(`"${source}"`));
        expect([source, own.length]).toEqual([source, 1]);
        for (const text of [type, name, ledger]) {
          expect(own[0]).toContain(text);
        }
      }
    });

    it('is refused without its proof', async () => {
      for (const [source, { body }] of Object.entries(deliveries)) {
        expect([source, await send(source, body, false)]).toEqual([
          source,
          401,
        ]);
      }
      expect(await readEvidence()).toEqual([]);
    });

    it('is no evidence about an asset that the secret is not for', async () => {
      const other = JSON.stringify(deliveries.alertmanager!.body).replace(
        ledger,
        'component:default/cards',
      );
      expect(await send('alertmanager', JSON.parse(other))).toBe(202);
      expect(await readEvidence()).toEqual([]);
    });
  },
);
