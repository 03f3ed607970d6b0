import {
  type ControlStatus,
  type ControlTimelineView,
  type IctAsset,
  identityLabel,
  type Instant,
  type StatusPeriodView,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type KnownDeployment,
  listProductionDeployments,
  type Sentences,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import type { EvidenceLoader } from '../../assess/EvidenceLoader';
import type { IsReadable, Reader } from '../../permissions/Reader';
import type { RegisterStore } from '../../register/RegisterStore';
import { namesOfReason, readableReason } from '../compliance/readableReason';
import { inEnglish } from '../inEnglish';
import { loadDeployments } from '../production/loadDeployments';
import { findPeriods, type StatusPeriod } from './findPeriods';
import { readStatusFacts } from './KnexStatusFacts';

/** How many deployments of one period are listed. */
const DEPLOYMENTS = 10;

/** Statuses in which what is deployed needs no second look. */
const CALM: ReadonlySet<ControlStatus> = new Set([
  'satisfied',
  'not-applicable',
]);

/** What is read of deployments. */
const TYPES = {
  deployment: ['service-deployed', 'service-rolled-back'],
  commit: [],
  change: [],
} as const;

/**
 * The status of one control for one asset over time, and what was deployed to
 * production while it was not satisfied. The number of statements is the same for any
 * number of changes.
 */
export class KnexControlTimelines {
  readonly #knex: Knex;
  readonly #register: Pick<RegisterStore, 'find'>;
  readonly #evidence: Pick<EvidenceLoader, 'loadLineage'>;
  readonly #controls: ControlCatalogue;
  readonly #sentences: Sentences;

  constructor(
    knex: Knex,
    options: {
      register: Pick<RegisterStore, 'find'>;
      decision: { evidence: Pick<EvidenceLoader, 'loadLineage'> };
      controls: ControlCatalogue;
      sentences?: Sentences;
    },
  ) {
    this.#knex = knex;
    this.#register = options.register;
    this.#evidence = options.decision.evidence;
    this.#controls = options.controls;
    this.#sentences = options.sentences ?? inEnglish;
  }

  async read(
    pair: { entityRef: string; controlId: string },
    { from, now }: { from: Instant; now: Instant },
    reader: Reader,
  ): Promise<ControlTimelineView | 'asset-unknown' | 'control-unknown'> {
    const found = await this.#register.find(pair.entityRef);
    if (!found) {
      return 'asset-unknown';
    }
    const installed = this.#controls.get(pair.controlId);
    if (!installed) {
      return 'control-unknown';
    }
    const sentences = this.#sentences.about(installed.control);
    const { asset } = found;
    const facts = await readStatusFacts(this.#knex, pair, from);
    const { recordedFrom, cutAt } = facts;
    const periods = findPeriods(facts, { from, to: now }).reverse();
    const deployments = await this.#listDeployments(asset, periods, now);
    const isReadable = await reader.readable(
      periods.flatMap(({ reason }) =>
        reason ? namesOfReason(reason, asset) : [],
      ),
    );
    return {
      from,
      to: now,
      ...(recordedFrom && { recordedFrom }),
      ...(cutAt && { cutAt }),
      periods: periods.map(period =>
        this.#describe(period, {
          asset,
          deployments,
          isReadable,
          now,
          sentences,
        }),
      ),
    };
  }

  /** Those in periods that need a second look. */
  async #listDeployments(
    asset: IctAsset,
    periods: readonly StatusPeriod[],
    now: Instant,
  ): Promise<KnownDeployment[]> {
    const since = periods
      .filter(({ status }) => !CALM.has(status))
      .at(-1)?.from;
    if (!since) {
      return [];
    }
    const evidence = await loadDeployments(this.#evidence, asset, {
      since,
      types: TYPES,
    });
    return listProductionDeployments({ evidence, asOf: now });
  }

  #describe(
    { status, from, to, reason, isReconstructed }: StatusPeriod,
    of: {
      asset: IctAsset;
      deployments: readonly KnownDeployment[];
      isReadable: IsReadable;
      now: Instant;
      sentences: Sentences;
    },
  ): StatusPeriodView {
    const { asset, isReadable, now, sentences } = of;
    const deployed = CALM.has(status)
      ? []
      : of.deployments.filter(
          ({ at }) => at >= from && (at < to || to === now),
        );
    const why = reason && readableReason(reason, asset, isReadable, sentences);
    return {
      status,
      from,
      ...(to < now && { to }),
      isReconstructed,
      ...(why && { reason: why }),
      deployments: deployed.slice(-DEPLOYMENTS).reverse().map(describe),
      omittedDeployments: Math.max(0, deployed.length - DEPLOYMENTS),
    };
  }
}

function describe({ first, at, environment, deployers }: KnownDeployment) {
  const { deployment } = first.predicate;
  const uri = webLink(deployment.url);
  return {
    deployment: deployment.id,
    environment,
    at,
    deployers: [...new Set(deployers.map(identityLabel))].filter(Boolean),
    ...(uri && { uri }),
  };
}
