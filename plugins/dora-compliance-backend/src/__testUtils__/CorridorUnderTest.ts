import {
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { CollectionSettings } from '../sources/collect/CollectionWorkers';
import { Corridor } from '../compose/Corridor';
import { migrate } from '../kernel/database/migrate';
import { receivedDocument } from '../ledger/receive/receiveDelivery';
import { assetNamed, at, statementOn, lateAfter } from '../testing/samples';
import type { FreshDatabases } from './FreshDatabases';
import { ScriptedCollector, scriptedSource } from './ScriptedCollector';
import { silentTelemetry } from './silentTelemetry';

const DAY = 24 * 60;
const { id: sourceId } = scriptedSource;

/** A page for those who may read the whole catalog. */
const all = { limit: 9, visible: 'all' } as const;

/**
 * The corridor of a backend with one scripted source and its collector. The
 * test sets the clock, and starts the backend as often as it likes: the tables
 * are those of the start before.
 */
export class CorridorUnderTest {
  readonly collector = new ScriptedCollector();
  readonly telemetry = silentTelemetry();
  now: Instant = at(0);
  #corridor: Corridor | undefined;

  private constructor(readonly knex: Knex) {}

  /** On empty tables; nothing is started yet. */
  static async on(
    databases: FreshDatabases,
    databaseId: TestDatabaseId,
  ): Promise<CorridorUnderTest> {
    const knex = await databases.init(databaseId);
    await migrate({ getClient: async () => knex });
    return new CorridorUnderTest(knex);
  }

  /** The corridor that was started last. */
  get corridor(): Corridor {
    if (!this.#corridor) {
      throw new Error('The corridor is not started');
    }
    return this.#corridor;
  }

  /** Starts with assets of these names in the catalog. */
  async start(names = ['a'], collect?: CollectionSettings): Promise<void> {
    this.#corridor = new Corridor({
      knex: this.knex,
      ...(collect && { collect }),
      sources: new Map([[sourceId, scriptedSource]]),
      collectors: new Map([[this.collector.sourceId, this.collector]]),
      controls: new Map(),
      inventory: {
        find: async () => [],
        async *pages() {
          yield names.map(assetNamed).map(asset => ({
            node: {
              node: 'asset' as const,
              entityRef: asset.entityRef,
              title: asset.title,
              links: [],
              asset,
            },
          }));
        },
      },
      logger: mockServices.logger.mock(),
      telemetry: this.telemetry,
      lateAfter,
      now: () => this.now,
    });
    await this.corridor.sync();
    await this.corridor.drain();
  }

  /** A delivery is received and read. */
  async push(text: string): Promise<void> {
    await this.receive(text);
    await this.corridor.drain();
  }

  /** A delivery is received and waits to be read. */
  async receive(text: string): Promise<void> {
    await this.corridor.documents.receive([
      await receivedDocument({
        sourceId,
        body: new TextEncoder().encode(text),
        headers: {},
        verification: 'authenticated',
        proof: 'secret',
        origin: 'pushed',
        receivedAt: this.now,
        redaction: { personalData: [] },
      }),
    ]);
  }

  /** A delivery with a statement on asset `a`. */
  async pushStatement(minutes: number): Promise<void> {
    const statement = { ...statementOn('a', minutes), sourceId };
    await this.push(JSON.stringify({ statement }));
  }

  /** Everything that is due at that minute is collected and read. */
  async collect(minutes: number): Promise<void> {
    this.now = at(minutes);
    await this.corridor.sources.collection.drain();
    await this.corridor.drain();
  }

  /** How many backfills of the last days were requested. */
  requestBackfill(days: number): Promise<number> {
    return this.corridor.sources.api.backfills.start({
      sourceId,
      since: at(-days * DAY),
      now: this.now,
    });
  }

  /** What the page of sources reports about the source. */
  source() {
    return this.#query.find(sourceId, this.now, 'all');
  }

  async target() {
    const page = await this.#query.listTargets(sourceId, all);
    return page.items[0];
  }

  async backfill() {
    const page = await this.#query.listBackfills(sourceId, all);
    return page.items[0];
  }

  /** The gaps the page of the source lists. */
  async listedGaps() {
    const page = await this.#query.listGaps(sourceId, all, this.now);
    return page.items;
  }

  /** The gaps that keep the controls of asset `a` from being assessed. */
  async gaps() {
    const asset = assetNamed('a');
    const gaps = await this.corridor.sources.silence.findGaps([asset]);
    return gaps.get(asset.entityRef) ?? [];
  }

  get #query() {
    return this.corridor.sources.api.sourcesQuery;
  }
}
