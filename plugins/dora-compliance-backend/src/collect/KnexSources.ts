import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  EvidenceCollector,
  EvidenceSource,
  SourceSetup,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import type { DocumentStore } from '../ingest/DocumentStore';
import type { RedactionScope } from '../ingest/redact/redact';
import { foldTallies } from '../query/KnexFoldTallies';
import { KnexSourcesQuery } from '../query/KnexSourcesQuery';
import { KnexSilenceStore } from '../silence/KnexSilenceStore';
import type { SilenceStore } from '../silence/SilenceStore';
import { type SilenceSettings, Watch } from '../silence/Watch';
import { Collection, type CollectionSettings } from './Collection';
import { forgetRefusals, KnexRefusals } from '../ingest/KnexRefusals';
import type { Telemetry } from '../telemetry/Telemetry';
import { KnexBackfillStore } from './KnexBackfillStore';
import { kindsOf } from './kindsOf';
import { KnexCollectionStore } from './KnexCollectionStore';
import { KnexConditionalCache, pruneCache } from './KnexConditionalCache';
import { replayFlawed } from './KnexReplayFlawed';

const HOUR = 60 * 60_000;

const everySixHours: CollectionSettings = {
  frequency: 6 * HOUR,
  lookBack: 24 * HOUR,
  tolerance: HOUR / 12,
};

const withinMinutes: SilenceSettings = {
  tolerance: HOUR / 12,
  quietAfter: 7 * 24 * HOUR,
};

/** What is done about evidence sources beside receiving from them. */
export class KnexSources {
  readonly silence: SilenceStore;
  readonly collection: Collection;
  readonly watch: Watch;
  /** What was turned away at the door. */
  readonly refusals: KnexRefusals;
  /** What the operations on sources are answered from. */
  readonly api;

  constructor(options: {
    knex: Knex;
    sources: ReadonlyMap<string, EvidenceSource>;
    /** How sources are configured, also those that are off. */
    setups?: ReadonlyMap<string, SourceSetup>;
    collectors?: ReadonlyMap<string, EvidenceCollector>;
    redaction?: RedactionScope;
    collect?: CollectionSettings;
    silence?: SilenceSettings;
    documents: DocumentStore;
    telemetry: Telemetry;
    logger: LoggerService;
    now: () => Instant;
    /** Called when documents or assessments became due. */
    onDue: () => void;
  }) {
    const { knex, sources, documents, logger, now, onDue } = options;
    const { collectors = new Map(), redaction = { personalData: [] } } =
      options;
    const { collect = everySixHours, silence = withinMinutes } = options;
    const targets = new KnexCollectionStore(knex);
    const backfills = new KnexBackfillStore(knex);
    this.silence = new KnexSilenceStore(knex);
    this.refusals = new KnexRefusals(knex, now);
    this.collection = new Collection({
      collectors,
      targets,
      backfills,
      documents,
      cacheOf: sourceId =>
        new KnexConditionalCache({ knex, sourceId, redaction, now }),
      redaction,
      settings: collect,
      logger,
      now,
      onReceived: onDue,
      telemetry: options.telemetry,
    });
    const kinds = kindsOf(sources, collectors, options.setups);
    this.watch = new Watch({
      store: this.silence,
      kinds,
      settings: silence,
      frequency: collect.frequency,
      tidy: at => tidy(knex, at),
      logger,
      now,
      onGap: onDue,
    });
    const { quietAfter } = silence;
    this.api = {
      sourcesQuery: new KnexSourcesQuery({ knex, sources: kinds, quietAfter }),
      targets,
      backfills,
      replayFlawed: (of: Parameters<typeof replayFlawed>[1], at: Instant) =>
        replayFlawed(knex, of, at),
      onCollect: () => this.collection.wake(),
      beforeLook: () => this.refusals.keep(),
    };
  }

  /** Keeps asking and watching. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await this.watch.schedule(scheduler);
    await this.collection.schedule(scheduler);
    await scheduler.scheduleTask({
      id: 'dora-compliance-refusals',
      scope: 'local',
      frequency: { seconds: 30 },
      timeout: { seconds: 25 },
      fn: () => this.refusals.keep(),
    });
  }

  /** Ends the rounds at hand. */
  async stop(): Promise<void> {
    await this.collection.stop();
    await this.refusals.keep();
  }
}

/** Keeps the tables of the sources small. */
async function tidy(knex: Knex, now: Instant) {
  await pruneCache(knex, now);
  await foldTallies(knex);
  await forgetRefusals(knex, now);
}
