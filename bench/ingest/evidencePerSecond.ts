import { performance } from 'node:perf_hooks';
import { toInstant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { createGithubEvidenceSource } from '../../plugins/dora-compliance-backend-module-github/src';
import { normaliseQueued } from '../../plugins/dora-compliance-backend/src/ledger/normalise/normaliseQueued';
import {
  keptHeaders,
  receivedDocument,
} from '../../plugins/dora-compliance-backend/src/ledger/receive/receiveDelivery';
import { createStores } from '../../plugins/dora-compliance-backend/src/testing/TestStores';
import { type Driver, insertRows } from '../insertRows';
import { deliveryNumber, SECRET } from './deliveries';

/** As the source would prove it. */
const proven = { verification: 'authenticated', proof: 'signed-body' } as const;

const now = () => toInstant(new Date());

/**
 * Tables that evidence ends in. The floor writes the same rows, with the bodies
 * as they were received.
 */
const TABLES = [
  'document',
  'delivery',
  'document_outcome',
  'evidence',
  'evidence_subject',
  'pipeline_sighting',
] as const;

/** After which evidence is late, in milliseconds. */
const LATE_AFTER = 24 * 60 * 60_000;

/** Deliveries on their way at a time. */
const SENDERS = 200;

/** Rows of one statement of the floor. */
const ROWS = 500;

/**
 * Evidence per second from received documents to evidence, and the same rows
 * with uncompressed bodies written by the driver alone, into the same tables, a
 * table at a time.
 */
export async function evidencePerSecond(
  knex: Knex,
  count: number,
): Promise<{ evidence: number; driver: number }> {
  const seconds = await keepAsEvidence(knex, count);
  const [row] = await knex('evidence').count({ evidence: '*' });
  const evidence = Number(row?.evidence);
  if (evidence !== count) {
    throw new Error(`There are ${evidence} pieces of evidence, not ${count}`);
  }
  return {
    evidence: count / seconds,
    driver: count / (await driverAlone(knex)),
  };
}

/**
 * Makes the tables, and keeps so many deliveries and the evidence in them.
 * Returns the seconds it took.
 */
export async function keepAsEvidence(
  knex: Knex,
  count: number,
  delivery = deliveryNumber,
): Promise<number> {
  const stores = await createStores(knex);
  const source = createGithubEvidenceSource({
    webhookSecrets: [SECRET],
    productionEnvironments: [],
    protectedBranches: [],
    events: false,
  });
  const sources = new Map([[source.id, source]]);
  const received = Array.from({ length: count }, (_, n) => {
    const { headers, body } = delivery(n);
    return { headers, body, deliveryId: headers['x-github-delivery'] };
  });
  const begin = performance.now();
  let sent = 0;
  const sender = async () => {
    while (sent < count) {
      const { headers, body, deliveryId } = received[sent++]!;
      await stores.documents.receive([
        await receivedDocument({
          sourceId: source.id,
          body,
          headers: keptHeaders(source, { headers, body }, proven),
          deliveryId,
          ...proven,
          origin: 'pushed',
          receivedAt: now(),
          redaction: { personalData: [] },
        }),
      ]);
    }
  };
  const worker = async () => {
    for (let done = 0; done < count; ) {
      const worked = await normaliseQueued(stores.documents, {
        sources,
        limit: 200,
        now: now(),
        lateAfter: LATE_AFTER,
      });
      done += worked;
      if (worked === 0) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    }
  };
  // As in a backend: documents are worked on while others come in.
  await Promise.all([...Array.from({ length: SENDERS }, sender), worker()]);
  return (performance.now() - begin) / 1000;
}

/** Seconds the driver takes to write the existing rows again. */
async function driverAlone(knex: Knex): Promise<number> {
  const client: Driver = await knex.client.acquireRawConnection();
  let seconds = 0;
  for (const table of TABLES) {
    const copy = `floor_${table}`;
    await client.query(`CREATE TABLE ${copy} (LIKE ${table} INCLUDING ALL)`);
    let offset = 0;
    for (;;) {
      const rows: Record<string, unknown>[] = await knex(table)
        .orderByRaw('1, 2')
        .offset(offset)
        .limit(ROWS * 10);
      if (rows.length === 0) {
        break;
      }
      for (const [index, row] of rows.entries()) {
        if (row.body) {
          row.body = deliveryNumber(offset + index).body;
        }
      }
      offset += rows.length;
      const begin = performance.now();
      for (let start = 0; start < rows.length; start += ROWS) {
        await insertRows(client, copy, rows.slice(start, start + ROWS));
      }
      seconds += (performance.now() - begin) / 1000;
    }
  }
  await client.end();
  return seconds;
}
