import type {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import type { AssessmentStore } from './assess/AssessmentStore';
import { decide } from './assess/decide';
import { KnexAssessmentStore } from './assess/KnexAssessmentStore';
import type { AssetStore } from './asset/AssetStore';
import type { Inventory } from './asset/Inventory';
import type { DiscoveryStore } from './asset/DiscoveryStore';
import { KnexAssetStore } from './asset/KnexAssetStore';
import { KnexDiscoveryStore } from './asset/KnexDiscoveryStore';
import { KnexRegisterStore } from './asset/KnexRegisterStore';
import type { RegisterStore } from './asset/RegisterStore';
import { syncAssets } from './asset/syncAssets';
import type { ControlCatalogue } from './controls/ControlCatalogue';
import type { EvidenceStore } from './evidence/EvidenceStore';
import { KnexEvidenceStore } from './evidence/KnexEvidenceStore';
import { keepStatements } from './evidence/KnexKeepStatements';
import type { DocumentStore } from './ingest/DocumentStore';
import { KnexDocumentStore } from './ingest/KnexDocumentStore';
import { normaliseDocument } from './ingest/normaliseDocument';
import { ComplianceQuery } from './query/ComplianceQuery';
import { KnexRegisterQuery } from './query/KnexRegisterQuery';
import type { QueueFigures, Telemetry } from './telemetry/Telemetry';
import { Worker } from './work/Worker';

/** How many documents one transaction works on. */
const DOCUMENTS = 200;

/** How many pairs of asset and control one transaction decides. */
const PAIRS = 50;

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
  readonly assessments: AssessmentStore;
  readonly compliance: ComplianceQuery;
  readonly registerQuery: KnexRegisterQuery;
  readonly controls: ControlCatalogue;
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
    this.assessments = new KnexAssessmentStore(knex, telemetry);
    this.compliance = new ComplianceQuery(this);
    this.registerQuery = new KnexRegisterQuery(knex, this.register);
    this.#normaliser = new Worker({
      name: 'Normalising documents',
      logger,
      work: () =>
        telemetry.span('normalise documents', () =>
          this.documents.work({
            limit: DOCUMENTS,
            now: now(),
            normalise: queued => normaliseDocument(sources, queued),
          }),
        ),
    });
    this.#decider = new Worker({
      name: 'Deciding controls',
      logger,
      work: () => {
        const asOf = now();
        return this.assessments.work({
          limit: PAIRS,
          now: asOf,
          decide: (due, evidence) => decide({ due, controls, evidence, asOf }),
        });
      },
    });
  }

  /** Makes the controls of this start the installed ones. */
  async install(): Promise<void> {
    const { controls, now } = this.#options;
    await this.assessments.install([...controls.values()], now());
  }

  /** Works both queues off; answers when nothing is due. */
  async drain(): Promise<void> {
    await this.#normaliser.wake();
    await this.#decider.wake();
  }

  /** Starts working the queues off without waiting for it. */
  wake(): void {
    // A failed batch is logged by the worker and comes up again.
    this.drain().catch(() => {});
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
    const { inventory, logger, now } = this.#options;
    const result = await syncAssets({
      ...this,
      inventory,
      now: now(),
      signal,
    });
    if (Object.values(result).some(count => count > 0)) {
      logger.info('ICT assets are in line with the catalog', result);
    }
    await this.drain();
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
      fn: () => this.drain(),
    });
    await scheduler.scheduleTask({
      id: 'dora-compliance-assets',
      scope: 'global',
      ...assetSchedule,
      fn: signal => this.sync(signal),
    });
  }

  /** Lets the work at hand finish and takes no more. */
  async stop(): Promise<void> {
    await this.#normaliser.stop();
    await this.#decider.stop();
  }
}

/** What the corridor is made from. */
export type CorridorOptions = {
  knex: Knex;
  sources: ReadonlyMap<string, EvidenceSource>;
  controls: ControlCatalogue;
  inventory: Inventory;
  logger: LoggerService;
  telemetry: Telemetry;
  now: () => Instant;
};
