import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { AssessmentStore } from '../assess/AssessmentStore';
import { checkStatuses } from '../assess/checkStatuses';
import type { AssetStore } from '../register/AssetStore';
import type { DiscoveryStore } from '../register/DiscoveryStore';
import { NewEntities } from '../register/NewEntities';
import type { RegisterStore } from '../register/RegisterStore';
import { syncAssets } from '../register/syncAssets';
import { ControlInstallation } from './ControlInstallation';
import { KnexSources } from './KnexSources';
import type { ControlCatalogue } from '../assess/ControlCatalogue';
import { longestWindow } from '../assess/catalogueNeeds';
import type { EvidenceStore } from '../read/evidence/EvidenceStore';
import type { DocumentStore } from '../ledger/DocumentStore';
import { knexStores, limitedDatabases, type Stores } from './KnexStores';
import { syncPeople } from '../people/syncPeople';
import {
  type AnswerLanguage,
  createReadModels,
  type ReadModels,
} from './KnexReadModels';
import type { ControlTrial } from '../read/compliance/ControlTrial';
import { CursorSeal } from '../kernel/paging/CursorSeal';
import { KnexCursorKey } from '../kernel/paging/KnexCursorKey';
import type { KnexRegisterQuery } from '../read/inventory/KnexRegisterQuery';
import type { QueueFigures } from '../kernel/telemetry/Telemetry';
import { QueueWorkers } from './QueueWorkers';
import type { DeliveryThrottle } from '../kernel/worker/DeliveryThrottle';
import type { CorridorOptions } from './KnexCorridorOptions';

/**
 * The whole path from a document to a status: creates the steps and starts
 * them.
 */
export class Corridor {
  /** What requests of senders and pages use. */
  readonly documents: DocumentStore;
  readonly evidence: EvidenceStore;
  readonly assets: AssetStore;
  readonly register: RegisterStore;
  readonly ruledAssets: Stores['served']['ruledAssets'];
  readonly discoveries: DiscoveryStore;
  readonly assessments: AssessmentStore;
  /** Background work: nobody waits for its answer. */
  readonly work: Stores['work'];
  readonly compliance: ReadModels['compliance'];
  readonly descriptions: ReadModels['descriptions'];
  readonly production: ReadModels['production'];
  readonly timelines: ReadModels['timelines'];
  readonly trial: ControlTrial;
  readonly registerQuery: KnexRegisterQuery;
  readonly actions: ReadModels['actions'];
  readonly results: ReadModels['results'];
  readonly scorecards: ReadModels['scorecards'];
  readonly cursors: CursorSeal;
  readonly sources: KnexSources;
  readonly controls: ControlCatalogue;
  /** Creates what answers in another language. */
  readonly answersIn: (language: AnswerLanguage) => ReadModels;
  readonly newEntities: NewEntities;
  readonly #workers: QueueWorkers;
  /** The throttle that deliveries pass. */
  readonly throttle: DeliveryThrottle;
  readonly #upkeep: Stores['upkeep'];
  readonly #installation: ControlInstallation;
  readonly #options: CorridorOptions;

  constructor(options: CorridorOptions) {
    const { controls, telemetry } = options;
    this.#options = options;
    this.controls = controls;
    const databases = limitedDatabases(options.knex);
    const { served, work, upkeep } = knexStores(databases, telemetry);
    this.#upkeep = upkeep;
    this.#installation = new ControlInstallation({
      ...options,
      assessments: upkeep.assessments,
      onDue: () => this.wake(),
    });
    this.work = work;
    this.documents = served.documents;
    this.evidence = served.evidence;
    this.assets = served.assets;
    this.register = served.register;
    this.ruledAssets = served.ruledAssets;
    this.discoveries = served.discoveries;
    this.assessments = served.assessments;
    this.cursors = new CursorSeal(new KnexCursorKey(databases.served));
    this.sources = new KnexSources({
      ...options,
      ...databases,
      knex: databases.work,
      documents: work.documents,
      reach: longestWindow(controls),
      onDue: () => this.wake(),
    });
    this.answersIn = language =>
      createReadModels(
        {
          served: databases.served,
          stores: served,
          sources: this.sources,
          controls,
          provisions: options.provisions,
          registry: options.registry,
          prepareControl: options.prepareControl,
        },
        language,
      );
    const first = this.answersIn({ sentences: options.sentences });
    this.compliance = first.compliance;
    this.descriptions = first.descriptions;
    this.production = first.production;
    this.timelines = first.timelines;
    this.trial = first.trial;
    this.registerQuery = first.registerQuery;
    this.actions = first.actions;
    this.results = first.results;
    this.scorecards = first.scorecards;
    this.newEntities = new NewEntities({
      ...options,
      ...work,
      onDue: () => this.wake(),
    });
    this.#workers = new QueueWorkers({ ...options, stores: work });
    this.throttle = this.#workers.throttle;
  }

  /** Stores the controls of this process as the installed ones. */
  async install(): Promise<void> {
    await this.#upkeep.scores.requireFormula();
    await this.#installation.install();
  }

  /**
   * Finds statuses that somebody changed in the database, and has them assessed
   * again.
   */
  async checkStatuses(): Promise<void> {
    const { logger, now } = this.#options;
    if (await checkStatuses({ ...this.#upkeep, logger, now: now() })) {
      this.wake();
    }
  }

  /** Processes all queues until nothing is due. */
  drain(): Promise<void> {
    return this.#workers.drain();
  }

  /**
   * To be called when a page is requested. Call the returned function when it
   * was sent.
   */
  pageBegins(): () => void {
    return this.#workers.pageBegins();
  }

  /**
   * To be called when a delivery was stored. Deliveries that arrive meanwhile
   * are received first.
   */
  received(): void {
    this.#workers.received();
  }

  /** Starts processing the queues without waiting for the end. */
  wake(): void {
    this.#workers.wake();
  }

  /** The length of the queues, and their age in seconds. */
  async queues(): Promise<QueueFigures> {
    const now = this.#options.now();
    const [documents, assessments] = await Promise.all([
      this.work.documents.queue(now),
      this.work.assessments.queue(now),
    ]);
    return { documents, assessments };
  }

  /** Updates the assets from the catalog. */
  async sync(signal?: AbortSignal): Promise<void> {
    const { inventory, directory, logger, now } = this.#options;
    const accounts = directory
      ? await syncPeople({
          ...this.#upkeep,
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
    await this.#upkeep.scores.beginSweep();
    const result = await syncAssets({
      ...this.#upkeep,
      inventory,
      now: now(),
      signal,
    });
    await this.#upkeep.scores.endSweep();
    if (Object.values(result).some(count => count > 0)) {
      logger.info('ICT assets are in line with the catalog', result);
    }
    await this.sources.collection.syncTargets();
    // Does not wait until the queue is empty: while deliveries arrive, it may
    // never be.
    this.wake();
  }

  /**
   * Starts the workers: every replica polls for due work every few seconds, and
   * one of them sweeps the catalog.
   */
  async schedule(
    scheduler: SchedulerService,
    assetSchedule: SchedulerServiceTaskScheduleDefinition,
  ): Promise<void> {
    await this.#workers.schedule(scheduler);
    await this.#installation.schedule(scheduler);
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

  /** Finishes the current batches and stops. */
  async stop(): Promise<void> {
    this.newEntities.stop();
    await this.sources.stop();
    await this.#workers.stop();
  }
}
