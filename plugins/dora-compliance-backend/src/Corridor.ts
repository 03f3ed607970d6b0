import type {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  EvidenceCollector,
  EvidenceSource,
  SourceSetup,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import type { AssessmentStore } from './assess/AssessmentStore';
import { decide } from './assess/decide';
import { KnexAssessmentStore } from './assess/KnexAssessmentStore';
import type { AssetStore } from './asset/AssetStore';
import type { Inventory } from './asset/Inventory';
import type { DiscoveryStore } from './asset/DiscoveryStore';
import { KnexAssetStore } from './asset/KnexAssetStore';
import { KnexDiscoveryStore } from './asset/KnexDiscoveryStore';
import { NewEntities } from './asset/NewEntities';
import { KnexRegisterStore } from './asset/KnexRegisterStore';
import type { RegisterStore } from './asset/RegisterStore';
import { syncAssets } from './asset/syncAssets';
import type { CollectionSettings } from './collect/Collection';
import { KnexSources } from './collect/KnexSources';
import type { ControlCatalogue } from './controls/ControlCatalogue';
import { longestWindow } from './controls/longestWindow';
import type { EvidenceStore } from './evidence/EvidenceStore';
import { KnexEvidenceStore } from './evidence/KnexEvidenceStore';
import { keepStatements } from './evidence/KnexKeepStatements';
import type { DocumentStore } from './ingest/DocumentStore';
import { KnexDocumentStore } from './ingest/KnexDocumentStore';
import { normaliseDocument } from './ingest/normaliseDocument';
import { KnexPeopleStore } from './people/KnexPeopleStore';
import type { PeopleStore } from './people/PeopleStore';
import { syncPeople } from './people/syncPeople';
import type { UserDirectory } from './people/UserDirectory';
import { ComplianceQuery } from './query/ComplianceQuery';
import { CursorSeal } from './query/CursorSeal';
import { KnexCursorKey } from './query/KnexCursorKey';
import { KnexRegisterQuery } from './query/KnexRegisterQuery';
import type { RedactionScope } from './ingest/redact/redact';
import type { SilenceSettings } from './silence/Watch';
import type { QueueFigures, Telemetry } from './telemetry/Telemetry';
import { DeliveryThrottle } from './worker/DeliveryThrottle';
import { GiveWay } from './worker/GiveWay';
import { Worker } from './worker/Worker';

/** How many documents one transaction works on. */
const DOCUMENTS = 200;

/** And how many while deliveries pour in, so that none waits for long. */
const FEWER_DOCUMENTS = 50;

/** And while somebody waits for a page. */
const FEWEST_DOCUMENTS = 5;

/** How many pairs of asset and control one transaction decides. */
const PAIRS = 50;

/** And while somebody waits for a page. */
const FEWEST_PAIRS = 5;

/**
 * The whole way from a document to a status: its steps put together and set
 * in motion.
 */
export class Corridor {
  readonly documents: DocumentStore;
  readonly evidence: EvidenceStore;
  readonly assets: AssetStore;
  readonly register: RegisterStore;
  readonly discoveries: DiscoveryStore;
  readonly people: PeopleStore;
  readonly assessments: AssessmentStore;
  readonly compliance: ComplianceQuery;
  readonly registerQuery: KnexRegisterQuery;
  readonly cursors: CursorSeal;
  readonly sources: KnexSources;
  readonly controls: ControlCatalogue;
  readonly newEntities: NewEntities;
  readonly #giveWay = new GiveWay();
  /** What deliveries pass on their way in. */
  readonly throttle = new DeliveryThrottle(() => this.#giveWay.isReading);
  readonly #normaliser: Worker;
  readonly #decider: Worker;
  readonly #options: CorridorOptions;

  constructor(options: CorridorOptions) {
    const { knex, sources, controls, logger, telemetry, now } = options;
    this.#options = options;
    this.controls = controls;
    this.documents = new KnexDocumentStore(knex, keepStatements, telemetry);
    this.evidence = new KnexEvidenceStore(knex);
    this.assets = new KnexAssetStore(knex);
    this.register = new KnexRegisterStore(knex);
    this.discoveries = new KnexDiscoveryStore(knex);
    this.people = new KnexPeopleStore(knex);
    this.assessments = new KnexAssessmentStore(knex, telemetry);
    this.registerQuery = new KnexRegisterQuery(knex, this.register);
    this.cursors = new CursorSeal(new KnexCursorKey(knex));
    this.sources = new KnexSources({
      ...options,
      documents: this.documents,
      reach: longestWindow(controls),
      onDue: () => this.wake(),
    });
    this.compliance = new ComplianceQuery({
      ...this,
      closing: this.sources.closing,
    });
    this.newEntities = new NewEntities({
      ...options,
      assets: this.assets,
      documents: this.documents,
      onDue: () => this.wake(),
    });
    this.#normaliser = new Worker({
      name: 'Normalising documents',
      logger,
      giveWay: this.#giveWay,
      work: () =>
        telemetry.span('normalise documents', async () => {
          const worked = await this.documents.work({
            limit: this.#documentsAtOnce(),
            now: now(),
            normalise: queued => normaliseDocument(sources, queued),
            lateAfter: options.lateAfter,
          });
          // Not only at the end: where deliveries never pause there is none.
          this.#decider.wake();
          return worked;
        }),
    });
    this.#decider = new Worker({
      name: 'Deciding controls',
      logger,
      giveWay: this.#giveWay,
      work: () => telemetry.span('decide controls', () => this.#decide()),
    });
  }

  #documentsAtOnce(): number {
    if (this.#giveWay.isReading) {
      return FEWEST_DOCUMENTS;
    }
    return this.#giveWay.isServing ? FEWER_DOCUMENTS : DOCUMENTS;
  }

  #decide(): Promise<number> {
    const { controls, now } = this.#options;
    const asOf = now();
    return this.assessments.work({
      limit: this.#giveWay.isReading ? FEWEST_PAIRS : PAIRS,
      now: asOf,
      decide: (due, { evidence, people, silence }) =>
        decide({
          due,
          controls,
          evidence,
          people,
          gapsOf: assets => silence.gapsOf(assets),
          asOf,
        }),
    });
  }

  /** Makes the controls of this start the installed ones. */
  async install(): Promise<void> {
    const { controls, now } = this.#options;
    await this.assessments.install([...controls.values()], now());
  }

  /**
   * Removes statuses that somebody else wrote, and says so: they are not those
   * of the assessments, which can't be changed.
   */
  async checkStatuses(): Promise<void> {
    const { logger, now } = this.#options;
    const drifted = await this.assessments.removeDrifted(now());
    if (drifted.length > 0) {
      const pairs = drifted.map(one => `${one.entityRef} ${one.controlId}`);
      logger.error(
        'Statuses in the database differed from the assessments; they are assessed anew. Find out who changed them.',
        { count: drifted.length, pairs: pairs.slice(0, 10).join(', ') },
      );
      this.wake();
    }
  }

  /** Works both queues off; answers when nothing is due. */
  async drain(): Promise<void> {
    await this.#normaliser.drain();
    await this.#decider.drain();
  }

  /** Somebody asks for a page. Call what it answers when they have it. */
  pageBegins(): () => void {
    return this.#giveWay.pageBegins();
  }

  /** A delivery was kept; what others still bring is received first. */
  received(): void {
    this.#giveWay.served();
    // Which wakes the decider with each batch.
    this.#normaliser.wake();
  }

  /** Starts working the queues off without waiting for it. */
  wake(): void {
    this.#normaliser.wake();
    this.#decider.wake();
  }

  /** How long and how old the queues are, in seconds. */
  async queues(): Promise<QueueFigures> {
    const now = this.#options.now();
    const [documents, assessments] = await Promise.all([
      this.documents.queue(now),
      this.assessments.queue(now),
    ]);
    return { documents, assessments };
  }

  /** Brings the assets in line with the catalog. */
  async sync(signal?: AbortSignal): Promise<void> {
    const { inventory, directory, logger, now } = this.#options;
    const accounts = directory
      ? await syncPeople({
          ...this,
          controls: this.controls.values(),
          directory,
          logger,
          now: now(),
          signal,
        })
      : 0;
    if (accounts > 0) {
      logger.info('Accounts are in line with the catalog', { accounts });
    }
    const result = await syncAssets({
      ...this,
      inventory,
      now: now(),
      signal,
    });
    if (Object.values(result).some(count => count > 0)) {
      logger.info('ICT assets are in line with the catalog', result);
    }
    await this.sources.collection.syncTargets();
    // Not drained: while deliveries pour in the queue may never be empty.
    this.wake();
  }

  /**
   * Keeps it going: every replica looks for due work every few seconds, one
   * of them sweeps the catalog.
   */
  async schedule(
    scheduler: SchedulerService,
    assetSchedule: SchedulerServiceTaskScheduleDefinition,
  ): Promise<void> {
    await scheduler.scheduleTask({
      id: 'dora-compliance-work',
      scope: 'local',
      frequency: { seconds: 5 },
      timeout: { minutes: 10 },
      fn: async () => this.wake(),
    });
    await scheduler.scheduleTask({
      id: 'dora-compliance-assets',
      scope: 'global',
      ...assetSchedule,
      fn: signal => this.sync(signal),
    });
    await scheduler.scheduleTask({
      id: 'dora-compliance-statuses',
      scope: 'global',
      frequency: { hours: 1 },
      timeout: { minutes: 10 },
      fn: () => this.checkStatuses(),
    });
    await this.sources.schedule(scheduler);
  }

  /** Lets the work at hand finish and takes no more. */
  async stop(): Promise<void> {
    this.newEntities.stop();
    await this.sources.stop();
    await this.#normaliser.stop();
    await this.#decider.stop();
  }
}

/** What the corridor is made from. */
export type CorridorOptions = {
  knex: Knex;
  sources: ReadonlyMap<string, EvidenceSource>;
  /** How sources are configured, also those that are off. */
  setups?: ReadonlyMap<string, SourceSetup>;
  /** Those that are asked, too; none by default. */
  collectors?: ReadonlyMap<string, EvidenceCollector>;
  /** What of collected documents is not kept; secrets alone by default. */
  redaction?: RedactionScope;
  collect?: CollectionSettings;
  silence?: SilenceSettings;
  /** What is told longer after it happened is late, in ms. Default: a day. */
  lateAfter?: number;
  /** Where deliveries of a source are received; unknown where absent. */
  addressOf?: (sourceId: string) => string;
  controls: ControlCatalogue;
  inventory: Inventory;
  /** Whose the accounts are; by default nobody knows. */
  directory?: UserDirectory;
  logger: LoggerService;
  telemetry: Telemetry;
  now: () => Instant;
};
