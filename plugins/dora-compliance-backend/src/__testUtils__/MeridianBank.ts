import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  Assessment,
  Identity,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { loadControlFolder } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { FakeApi } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import {
  answerGithub,
  listManualRecords,
  listRequests,
  type ManualRecord,
  type WireRequest,
} from '@ict-assurance/example-bank';
import { readCatalog } from '@ict-assurance/example-bank/catalog';
import type { Knex } from 'knex';
import { compileCatalogue } from '../assess/ControlCatalogue';
import { Corridor } from '../compose/Corridor';
import { migrate } from '../kernel/database/migrate';
import { receiveDelivery } from '../ledger/receive/receiveDelivery';
import { CatalogInventory } from '../register/CatalogInventory';
import { catalogSource, peopleSource } from '../register/ownSources';
import { confirmEvidence, recordEvidence } from '../register/recordEvidence';
import { type MeridianSources, startMeridianSources } from './meridianSources';
import { silentTelemetry } from './silentTelemetry';

const CONTROLS = `${__dirname}/../../../dora-compliance-backend-module-controls/controls`;

/** The day on which everything is assessed. */
const TODAY = '2026-11-24';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const now = () => `${TODAY}T00:00:00.000Z` as Instant;

/** The example bank: its catalog, all deliveries of its CI systems, its people. */
export class MeridianBank {
  private constructor(
    readonly knex: Knex,
    readonly corridor: Corridor,
    readonly sources: MeridianSources['sources'],
    readonly api: FakeApi,
  ) {}

  static async open(knex: Knex): Promise<MeridianBank> {
    await migrate({ getClient: async () => knex });
    const api = await FakeApi.start(({ url }) =>
      answerGithub(url, Date.parse(TODAY)),
    );
    const { sources, collectors } = await startMeridianSources(api.url);
    const inventory = new CatalogInventory({
      catalog: catalogServiceMock({ entities: await readCatalog() }),
      auth: mockServices.auth(),
    });
    const corridor = new Corridor({
      knex,
      sources: new Map(
        [...sources.values(), catalogSource, peopleSource].map(one => [
          one.id,
          one,
        ]),
      ),
      collectors,
      collect: {
        frequency: 6 * HOUR,
        lookBack: DAY,
        onboarding: 130 * DAY,
        tolerance: HOUR,
      },
      controls: compileCatalogue(await loadControlFolder(CONTROLS)),
      inventory,
      directory: inventory,
      logger: mockServices.logger.mock(),
      telemetry: silentTelemetry(),
      lateAfter: 200 * DAY,
      now,
    });
    await corridor.install();
    await corridor.sync();
    return new MeridianBank(knex, corridor, sources, api);
  }

  /** Receives and reads all that the systems and people tell, and assesses all. */
  async receive(): Promise<void> {
    for (const request of listRequests(TODAY)) {
      await this.#send(request);
    }
    for (const record of listManualRecords(TODAY)) {
      await this.#record(record);
    }
    await this.corridor.drain();
    await this.corridor.sources.collection.drain();
    await this.corridor.drain();
  }

  /** The latest assessments of an asset, by control. */
  async assessments(entityRef: string): Promise<Map<string, Assessment>> {
    const current = await this.corridor.assessments.current(entityRef);
    return new Map(
      [...current].map(([id, { assessment }]) => [id, assessment]),
    );
  }

  /** The documents that could not be read in full, by source. */
  listFlawed(): Promise<{ source_id: string; state: string }[]> {
    return this.knex('flawed_document').select('source_id', 'state');
  }

  async stop(): Promise<void> {
    await this.corridor.stop();
    await this.api.stop();
    await this.knex.destroy();
  }

  async #send({ source, name, headers, body }: WireRequest) {
    const receipt = await receiveDelivery(
      this.sources.get(source)!,
      {
        headers: Object.fromEntries(
          Object.entries(headers).map(([key, value]) => [
            key.toLowerCase(),
            value,
          ]),
        ),
        body: new TextEncoder().encode(body),
      },
      {
        store: this.corridor.documents,
        redaction: { personalData: [] },
        now: now(),
      },
    );
    if (receipt.outcome === 'refused') {
      throw new Error(`${source} refuses ${name}: ${receipt.code}`);
    }
  }

  async #record({ entityRef, request, ...people }: ManualRecord) {
    const { documents } = this.corridor;
    const { id } = await recordEvidence({
      documents,
      entityRef,
      request,
      recordedBy: toPerson(people.recordedBy),
      now: now(),
    });
    if (people.confirmedBy) {
      await confirmEvidence({
        documents,
        predicate: {
          evidence: id,
          decision: 'approved',
          entityRef,
          confirmedBy: toPerson(people.confirmedBy),
        },
        now: now(),
      });
    }
  }
}

function toPerson(login: string): Identity {
  return { system: 'backstage', login, kind: 'human' };
}
