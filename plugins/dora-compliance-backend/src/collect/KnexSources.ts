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
import { KnexGapClosing } from '../query/KnexGapClosing';
import { KnexSourcesQuery } from '../query/KnexSourcesQuery';
import { KnexSilenceStore } from '../silence/KnexSilenceStore';
import type { SilenceStore } from '../silence/SilenceStore';
import { type SilenceSettings, Watch } from '../silence/Watch';
import { Collection, type CollectionSettings } from './Collection';
import { forgetRefusals, KnexRefusals } from '../ingest/KnexRefusals';
import type { Telemetry } from '../telemetry/Telemetry';
import { later } from '../worker/later';
import { KnexBackfillStore } from './KnexBackfillStore';
import { kindsOf } from './kindsOf';
import { KnexCollectionStore } from './KnexCollectionStore';
import { MissedDeliveries } from './MissedDeliveries';
import { KnexLogReadStore } from './KnexLogReadStore';
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
  /** What was sent while nobody could receive it. */
  readonly missed: MissedDeliveries;
  readonly watch: Watch;
  /** How gaps are closed. */
  readonly closing: KnexGapClosing;
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
    /** Where deliveries of a source are received. */
    addressOf?: (sourceId: string) => string;
    /** How far back the controls look, in milliseconds. */
    reach: number;
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
    this.missed = new MissedDeliveries({
      sources,
      collectors,
      store: new KnexLogReadStore(knex),
      documents,
      redaction,
      addressOf: options.addressOf,
      logger,
      now,
      onReceived: onDue,
    });
    const kinds = kindsOf(sources, collectors, options.setups);
    const closing = [...collectors.values()].filter(({ history, backfilled }) =>
      history.every((part: string) => backfilled.includes(part)),
    );
    this.watch = new Watch({
      store: this.silence,
      kinds,
      settings: silence,
      frequency: collect.frequency,
      closeGaps: async at => {
        const backfilling = await backfills.closeGaps({
          sourceIds: closing.map(({ sourceId }) => sourceId),
          lookBackTo: later(at, -collect.lookBack),
          reach: later(at, -options.reach),
          now: at,
        });
        return backfilling + (await this.missed.queue(at));
      },
      tidy: at => tidy(knex, at),
      logger,
      now,
      onGap: onDue,
    });
    const { quietAfter } = silence;
    this.closing = new KnexGapClosing({
      knex,
      sources: kinds,
      lookBack: collect.lookBack,
    });
    this.api = {
      sourcesQuery: new KnexSourcesQuery({
        knex,
        sources: kinds,
        quietAfter,
        closing: this.closing,
      }),
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
    await this.missed.schedule(scheduler);
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
    await Promise.all([this.collection.stop(), this.missed.stop()]);
    await this.refusals.keep();
  }
}

/** Keeps the tables of the sources small. */
async function tidy(knex: Knex, now: Instant) {
  await pruneCache(knex, now);
  await foldTallies(knex);
  await forgetRefusals(knex, now);
}
