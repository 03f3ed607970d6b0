import { durationToMilliseconds } from '@backstage/types';
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
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import { inEnglish } from '../read/inEnglish';
import type { DocumentStore } from '../ledger/DocumentStore';
import type { RedactionScope } from '../ledger/redact/redact';
import { foldOldTallies, foldTallies } from '../read/sources/KnexFoldTallies';
import { KnexGapClosing } from '../read/sources/KnexGapClosing';
import type { SourceKinds } from '../sources/silence/sourceState';
import { KnexSourcesQuery } from '../read/sources/KnexSourcesQuery';
import { KnexSilenceStore } from '../sources/silence/KnexSilenceStore';
import type { SilenceStore } from '../sources/silence/SilenceStore';
import { type SilenceSettings, Watch } from '../sources/silence/Watch';
import type { BackfillStore } from '../sources/backfill/BackfillStore';
import type { CollectionStore } from '../sources/collect/CollectionStore';
import {
  CollectionWorkers,
  type CollectionSettings,
} from '../sources/collect/CollectionWorkers';
import { forgetRefusals, KnexRefusals } from '../sources/silence/KnexRefusals';
import type { Telemetry } from '../kernel/telemetry/Telemetry';
import { shiftInstant } from '../kernel/worker/shiftInstant';
import { KnexBackfillStore } from '../sources/backfill/KnexBackfillStore';
import { listKinds } from '../sources/collect/listKinds';
import { KnexCollectionStore } from '../sources/collect/KnexCollectionStore';
import { MissedDeliveries } from '../sources/collect/MissedDeliveries';
import { KnexLogReadStore } from '../sources/collect/KnexLogReadStore';
import {
  KnexConditionalCache,
  pruneCache,
} from '../sources/collect/KnexConditionalCache';
import { sourceDefaults } from '../sources/sourceDefaults';
import { replayFlawed } from '../sources/collect/KnexReplayFlawed';

const secretsAlone: RedactionScope = { personalData: [] };

const silenceByDefault: SilenceSettings = {
  tolerance: durationToMilliseconds(sourceDefaults.silence.tolerance),
  quietAfter: durationToMilliseconds(sourceDefaults.silence.quietAfter),
};

const collectionByDefault: CollectionSettings = {
  frequency: durationToMilliseconds(sourceDefaults.collect.frequency),
  lookBack: durationToMilliseconds(sourceDefaults.collect.lookBack),
  tolerance: silenceByDefault.tolerance,
};

/** Everything about evidence sources except receiving from them. */
export class KnexSources {
  readonly silence: SilenceStore;
  readonly collection: CollectionWorkers;
  /** Fetches deliveries that were sent while no replica could receive them. */
  readonly missed: MissedDeliveries;
  readonly watch: Watch;
  /** What each installed source can do. */
  readonly kinds: ReadonlyMap<string, SourceKinds>;
  /** How gaps are closed. */
  readonly closing: KnexGapClosing;
  /** Counts rejected deliveries. */
  readonly refusals: KnexRefusals;
  /** Creates what answers about sources in a language. */
  readonly createQuery: (sentences: Sentences) => KnexSourcesQuery;
  /** What the operations on sources use. */
  readonly api;

  constructor(options: KnexSourcesOptions) {
    const { knex, served, upkeep, sources, now, onDue } = options;
    const { collectors = new Map() } = options;
    const { collect = collectionByDefault, silence = silenceByDefault } =
      options;
    const targets = new KnexCollectionStore(knex);
    const backfills = new KnexBackfillStore(knex);
    const kinds = listKinds(sources, collectors, options.setups);
    this.kinds = kinds;
    this.silence = new KnexSilenceStore(knex);
    this.refusals = new KnexRefusals({
      // A page waits for it.
      knex: served,
      tolerance: silence.tolerance,
      now,
      onGap: onDue,
    });
    this.collection = collectionFrom(options, targets, backfills);
    this.missed = missedFrom(options);
    this.watch = new Watch({
      ...options,
      store: this.silence,
      kinds,
      logged: this.missed.sourceIds,
      settings: silence,
      frequency: collect.frequency,
      closeGaps: closingGaps(options, backfills, this.missed),
      tidy: at => tidy(upkeep, at),
      onGap: onDue,
    });
    const { lookBack } = collect;
    this.closing = new KnexGapClosing({
      knex: served,
      sources: kinds,
      lookBack,
    });
    this.createQuery = sentences =>
      new KnexSourcesQuery({
        knex: served,
        sources: kinds,
        quietAfter: silence.quietAfter,
        closing: this.closing,
        sentences,
      });
    this.api = {
      sourcesQuery: this.createQuery(inEnglish),
      targets: new KnexCollectionStore(served),
      backfills: new KnexBackfillStore(served),
      replayFlawed: (of: Parameters<typeof replayFlawed>[1], at: Instant) =>
        replayFlawed(served, of, at),
      onCollect: () => this.collection.wake(),
      beforeLook: () => this.refusals.keep(),
    };
  }

  /** Starts collecting and watching. */
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

  /** Ends the current rounds. */
  async stop(): Promise<void> {
    await Promise.all([this.collection.stop(), this.missed.stop()]);
    await this.refusals.keep();
  }
}

/** What the sources are created from. */
type KnexSourcesOptions = {
  /** What workers use. */
  knex: Knex;
  /** What operations use. */
  served: Knex;
  /** What statements over whole tables use. */
  upkeep: Knex;
  sources: ReadonlyMap<string, EvidenceSource>;
  /** The configuration of the sources, including those that are off. */
  setups?: ReadonlyMap<string, SourceSetup>;
  collectors?: ReadonlyMap<string, EvidenceCollector>;
  redaction?: RedactionScope;
  collect?: CollectionSettings;
  silence?: SilenceSettings;
  /** The address that receives the deliveries of a source. */
  toIngestUrl?: (sourceId: string) => string;
  /** The longest time window of the controls, in milliseconds. */
  reach: number;
  documents: DocumentStore;
  telemetry: Telemetry;
  logger: LoggerService;
  now: () => Instant;
  /** Called when documents or assessments became due. */
  onDue: () => void;
};

function collectionFrom(
  options: KnexSourcesOptions,
  targets: CollectionStore,
  backfills: BackfillStore,
): CollectionWorkers {
  const { knex, now, onDue, collectors = new Map() } = options;
  const { redaction = secretsAlone, collect = collectionByDefault } = options;
  return new CollectionWorkers({
    ...options,
    collectors,
    targets,
    backfills,
    createCache: sourceId =>
      new KnexConditionalCache({ knex, sourceId, redaction, now }),
    redaction,
    settings: collect,
    onReceived: onDue,
  });
}

function missedFrom(options: KnexSourcesOptions): MissedDeliveries {
  const { knex, onDue, collectors = new Map() } = options;
  return new MissedDeliveries({
    ...options,
    collectors,
    store: new KnexLogReadStore(knex),
    redaction: options.redaction ?? secretsAlone,
    toIngestUrl: options.toIngestUrl,
    onReceived: onDue,
  });
}

/** Queues what closes gaps: backfills, and readings of delivery logs. */
function closingGaps(
  options: KnexSourcesOptions,
  backfills: BackfillStore,
  missed: MissedDeliveries,
) {
  const { collectors = new Map(), collect = collectionByDefault } = options;
  const covering = [...collectors.values()].filter(
    ({ history, backfilled }: EvidenceCollector) =>
      history.every(part => backfilled.includes(part)),
  );
  return async (now: Instant): Promise<number> => {
    const queued = await backfills.closeGaps({
      sourceIds: covering.map(({ sourceId }) => sourceId),
      lookBackTo: shiftInstant(now, -collect.lookBack),
      reach: shiftInstant(now, -options.reach),
      now,
    });
    return queued + (await missed.queue(now));
  };
}

/** Compacts the tables of the sources. */
async function tidy(knex: Knex, now: Instant) {
  await pruneCache(knex, now);
  await foldTallies(knex);
  await foldOldTallies(knex, now);
  await forgetRefusals(knex, now);
}
