import { mockServices } from '@backstage/backend-test-utils';
import {
  computeDigest,
  type DocumentOrigin,
  type IctAsset,
  type Instant,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createGithubEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github';
import { loadControlFolder } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { deliveries } from '@ict-assurance/example-bank';
import express from 'express';
import fc from 'fast-check';
import type { Knex } from 'knex';
import request from 'supertest';
import type { InventoryItem } from './register/Inventory';
import { catalogSource } from './register/ownSources';
import { compileCatalogue } from './assess/ControlCatalogue';
import { Corridor } from './compose/Corridor';
import { CLAIM_SECONDS } from './ledger/ClaimedDocument';
import { shiftInstant } from './kernel/worker/shiftInstant';
import { migrate } from './kernel/database/migrate';
import { createIngestRouter } from './http/createIngestRouter';
import { silentTelemetry } from './__testUtils__/silentTelemetry';
import { keepDelivery } from './ledger/receive/receiveDelivery';
import { until } from './testing/until';
import { FreshDatabases } from './__testUtils__/FreshDatabases';

const databases = new FreshDatabases();
const today = '2026-11-24';
const now = () => `${today}T00:00:00.000Z` as Instant;
/** When claims of a worker that crashed have expired. */
const afterClaims = () => shiftInstant(now(), CLAIM_SECONDS * 1000);
const sent = deliveries(today);
const names = [
  'payment-gateway',
  'ledger',
  'fraud-scoring',
  'statement-renderer',
];

const source = createGithubEvidenceSource({
  webhookSecrets: ['x'],
  events: false,
  productionEnvironments: [],
  protectedBranches: [],
});

const items: InventoryItem[] = names.map(name => {
  const asset: IctAsset = {
    entityRef: `component:default/${name}`,
    id: `urn:backstage:component:default:${name}`,
    declared: {},
    problems: [],
    kind: 'component',
    type: 'service',
    title: name,
    ownerRef: 'group:default/team',
    repositories: [`https://github.com/meridian-bank/${name}`],
    linked: true,
  };
  const owner = { kind: 'group' as const, title: 'Team', memberCount: 2 };
  const { entityRef, ownerRef, title } = asset;
  return {
    node: { node: 'asset', entityRef, title, links: [], asset },
    ownership: { entityRef, ownerRef, owner },
  };
});

const accept = () =>
  ({
    outcome: 'accepted',
    verification: 'authenticated',
    proof: 'signed-body',
  } as const);

/** The releases are of half a year, and come all at once. */
const YEAR = 365 * 24 * 60 * 60_000;

async function corridorOn(
  knex: Knex,
  lateAfter = YEAR,
  clock = now,
  onScored?: () => void,
): Promise<Corridor> {
  await migrate({ getClient: async () => knex });
  const controls = compileCatalogue(
    await loadControlFolder(
      `${__dirname}/../../dora-compliance-backend-module-controls/controls`,
    ),
  );
  const corridor = new Corridor({
    knex,
    sources: new Map([source, catalogSource].map(one => [one.id, one])),
    controls,
    inventory: {
      find: async () => [],
      async *pages() {
        yield items;
      },
    },
    logger: mockServices.logger.mock(),
    telemetry: silentTelemetry(),
    lateAfter,
    ...(onScored && { onScored }),
    now: clock,
  });
  await corridor.install();
  return corridor;
}

/**
 * @param round - other bytes that say the same
 * @param origin - who brings them: the webhook, or we read them
 */
async function receive(
  corridor: Corridor,
  order: readonly number[],
  round = 0,
  origin: DocumentOrigin = 'pushed',
) {
  for (const place of order) {
    const { event, id, payload } = sent[place]!;
    const delivery = {
      headers: { 'x-github-event': event, 'x-github-delivery': id + round },
      body: new TextEncoder().encode(JSON.stringify({ ...payload, round })),
    };
    await keepDelivery(source, delivery, accept(), {
      store: corridor.documents,
      redaction: { personalData: [] },
      now: now(),
      origin,
    });
  }
}

async function statuses(corridor: Corridor) {
  const found: Record<string, unknown> = {};
  for (const { node } of items) {
    const current = await corridor.assessments.current(node.entityRef);
    for (const [controlId, { assessment, validUntil }] of current) {
      found[`${node.entityRef} ${controlId}`] = { assessment, validUntil };
    }
  }
  return found;
}

/** What the flaws of the releases come to. */
const asToldByTheReleases = {
  'fraud-scoring chg-02-independent-approval': 'not-satisfied',
  'fraud-scoring chg-05-traceability': 'not-satisfied',
  'fraud-scoring gov-03-accountable-owner': 'satisfied',
  'ledger chg-02-independent-approval': 'not-satisfied',
  'ledger chg-05-traceability': 'not-satisfied',
  'ledger gov-03-accountable-owner': 'satisfied',
  'payment-gateway chg-02-independent-approval': 'not-satisfied',
  'payment-gateway chg-05-traceability': 'satisfied',
  'payment-gateway gov-03-accountable-owner': 'satisfied',
  'statement-renderer chg-02-independent-approval': 'satisfied',
  'statement-renderer chg-05-traceability': 'satisfied',
  'statement-renderer gov-03-accountable-owner': 'satisfied',
};

const inOrder = sent.map((_, place) => place);

describe.each(databases.eachSupportedId())('the corridor on %s', databaseId => {
  it('decides while deliveries keep coming', async () => {
    const knex = await databases.init(databaseId);
    const corridor = await corridorOn(knex);
    await corridor.sync();
    await corridor.drain();
    const decidedAt = async () => {
      const [asset] = items;
      const current = await corridor.assessments.current(asset!.node.entityRef);
      return current.get('chg-02-independent-approval')?.assessment.status;
    };
    expect(await decidedAt()).toBe('not-assessed');
    let isOver = false;
    const sender = (async () => {
      for (let n = 0; !isOver; n++) {
        await receive(corridor, [n % sent.length], n);
        corridor.received();
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    })();
    await until(decidedAt, status => status === 'not-satisfied');
    isOver = true;
    await sender;
    await corridor.stop();
  });

  it('reports that scores changed, and queues changes of statuses for owners, once', async () => {
    const knex = await databases.init(databaseId);
    const onScored = jest.fn();
    const corridor = await corridorOn(knex, YEAR, now, onScored);
    await receive(corridor, inOrder);
    await corridor.sync();
    await corridor.drain();
    expect(onScored).toHaveBeenCalled();
    onScored.mockClear();
    await corridor.drain();
    expect(onScored).not.toHaveBeenCalled();
    const columns = ['entity_ref', 'control_id', 'from_status', 'to_status'];
    const read = (table: string) =>
      knex(table).orderBy('number').select(columns);
    const changes = await read('status_change');
    expect(changes.length).toBeGreaterThan(0);
    expect(await read('notification_queue')).toEqual(changes);
    await corridor.stop();
  });

  it('ends in the same place whatever comes first, twice or in between', async () => {
    const straight = await databases.init(databaseId);
    const corridor = await corridorOn(straight);
    await receive(corridor, inOrder);
    await corridor.sync();
    await corridor.drain();
    const expected = await statuses(corridor);
    expect(
      Object.fromEntries(
        Object.entries(expected).map(([pair, value]) => [
          pair.replace('component:default/', ''),
          (value as any).assessment.status,
        ]),
      ),
    ).toMatchObject(asToldByTheReleases);

    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(inOrder, { minLength: sent.length }),
        fc.subarray(inOrder),
        fc.nat(sent.length),
        async (order, again, pause) => {
          const other = await corridorOn(await databases.init(databaseId));
          await receive(other, order.slice(0, pause));
          await other.sync();
          await other.drain();
          await receive(other, order.slice(pause));
          await receive(other, again);
          await other.drain();
          expect(await statuses(other)).toEqual(expected);
        },
      ),
      { numRuns: 4 },
    );
  });

  it('is not satisfied by what is told late until it is read from the API', async () => {
    const told = async (corridor: Corridor, controlId: string) => {
      const current = await corridor.assessments.current(
        'component:default/statement-renderer',
      );
      const { status, reason } = current.get(controlId)!.assessment;
      return `${status}: ${reason.code}`;
    };
    const corridor = await corridorOn(
      await databases.init(databaseId),
      24 * 60 * 60_000,
    );
    await receive(corridor, inOrder);
    await corridor.sync();
    await corridor.drain();
    for (const control of [
      'chg-02-independent-approval',
      'chg-05-traceability',
    ]) {
      expect(await told(corridor, control)).toBe('not-assessed: evidence-late');
    }
    await receive(corridor, inOrder, 1, 'back-filled');
    await corridor.drain();
    for (const control of [
      'chg-02-independent-approval',
      'chg-05-traceability',
    ]) {
      expect(await told(corridor, control)).toBe(
        'satisfied: all-members-satisfied',
      );
    }
    await corridor.stop();
  });

  it('takes up what was received before a crash, once in effect', async () => {
    const knex = await databases.init(databaseId);
    const before = await corridorOn(knex);
    await before.sync();
    await before.drain();
    await receive(before, inOrder);
    // A crash in the middle of a batch: nothing of the batch is kept.
    const claim = await before.documents.claim({
      limit: sent.length,
      now: now(),
    });
    expect(claim.documents).toHaveLength(sent.length);
    await before.drain();
    expect((await before.documents.count()).waiting).toBe(sent.length);

    const after = await corridorOn(knex, undefined, afterClaims);
    await after.drain();
    expect(await after.documents.count()).toEqual({ waiting: 0, rejected: 0 });
    const kept = await knex('evidence').count({ n: '*' }).first();
    await receive(after, inOrder);
    await after.drain();
    expect(await knex('evidence').count({ n: '*' }).first()).toEqual(kept);
  });

  it('asks the sender to come again when the database is gone', async () => {
    const knex = await databases.init(databaseId);
    const corridor = await corridorOn(knex);
    const app = express();
    app.use(
      createIngestRouter({
        sources: new Map([[source.id, { ...source, authenticate: accept }]]),
        documents: corridor.documents,
        throttle: corridor.throttle,
        redaction: { personalData: [] },
        logger: mockServices.logger.mock(),
        now: () => toInstant(new Date()),
        onReceived: () => {},
        observer: silentTelemetry(),
      }),
    );
    app.use(((error, _req, res, _next) => {
      res.status(error.statusCode).json({ code: error.code });
    }) as express.ErrorRequestHandler);
    const post = () =>
      request(app)
        .post('/ingest/github')
        .set('content-type', 'application/json')
        .send('{}');
    expect((await post()).status).toBe(202);
    await knex.destroy();
    const response = await post();
    expect(response.status).toBe(503);
    expect(response.body.code).toBe('store-unavailable');
  });
});

it('a document is known by its bytes', () => {
  expect(computeDigest(new TextEncoder().encode('x'))).toBe(computeDigest('x'));
});
