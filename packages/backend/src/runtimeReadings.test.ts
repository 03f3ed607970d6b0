import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import doraCompliance from '@ict-assurance/backstage-plugin-dora-compliance-backend';
import runtime from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-runtime';
import type { Knex } from 'knex';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

jest.setTimeout(150_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_14'] });

const digest = `sha256:${'a'.repeat(64)}`;
const pods = JSON.stringify({
  kind: 'List',
  items: [
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'ledger-0',
        namespace: 'prod',
        labels: { 'backstage.io/kubernetes-id': 'ledger' },
      },
      spec: { containers: [{ name: 'app', image: 'ghcr.io/bank/ledger:1' }] },
      status: {
        phase: 'Running',
        containerStatuses: [
          {
            name: 'app',
            image: 'ghcr.io/bank/ledger:1',
            imageID: `ghcr.io/bank/ledger@${digest}`,
            state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
          },
        ],
      },
    },
  ],
});

const HOUR = 3_600_000;
const now = Date.now();
const times = [3, 2, 1].map(hours =>
  new Date(now - hours * HOUR).toISOString(),
);

describe.each(databases.eachSupportedId())(
  'a cluster in which nothing changes, on %s',
  id => {
    let knex: Knex;
    let backend: Awaited<ReturnType<typeof startTestBackend>>;

    beforeEach(async () => {
      knex = await databases.init(id);
      backend = await startTestBackend({
        features: [
          doraCompliance,
          runtime,
          mockServices.database.factory({ knex }),
          mockServices.rootConfig.factory({
            data: { doraCompliance: { runtime: { webhookTokens: ['token'] } } },
          }),
          catalogServiceMock.factory({ entities: [] }),
        ],
      });
    });

    afterEach(async () => {
      await backend.stop();
      await knex.destroy();
    });

    async function send(headers: Record<string, string>) {
      const { port } = backend.server.address() as AddressInfo;
      const { status } = await fetch(
        `http://localhost:${port}/api/dora-compliance/ingest/runtime`,
        {
          method: 'POST',
          headers: {
            authorization: 'Bearer token',
            'content-type': 'application/json',
            ...headers,
          },
          body: pods,
        },
      );
      return status;
    }

    async function readTimes(): Promise<string[]> {
      for (;;) {
        const [waiting] = await knex('document_queue').count({ count: '*' });
        if (Number(waiting?.count) === 0) {
          break;
        }
        await sleep(50);
      }
      const rows: { observed_at: string | Date }[] = await knex(
        'held_evidence',
      );
      // Digests are no secrets: nothing removes them.
      rows.forEach(row => expect(JSON.stringify(row)).toContain(digest));
      return rows.map(row => new Date(row.observed_at).toISOString()).sort();
    }

    it('is read again each time, although it prints the same bytes', async () => {
      for (const time of [...times, times[0]!]) {
        expect(await send({ 'x-runtime-observed-at': time })).toBe(202);
      }
      expect(await readTimes()).toEqual(times);
      // Each is a document of its own, and none is read again with a later one.
      expect(await knex('document')).toHaveLength(times.length);
    });

    it('is read once if no reading has a time', async () => {
      expect(await send({})).toBe(202);
      expect(await send({})).toBe(202);
      expect(await readTimes()).toHaveLength(1);
    });
  },
);
