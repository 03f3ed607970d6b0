import {
  type Evidence,
  type EvidenceType,
  type IctAsset,
  type Instant,
  type ProductionChangeDetail,
  type ProductionChangesView,
  type ProductionChangeView,
  subtractDuration,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type Chain,
  type NamedDeployment,
  type Sentences,
  traceDeployment,
  traceProduction,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type {
  AssessmentStore,
  CurrentAssessment,
} from '../../assess/AssessmentStore';
import { measureLineage } from '../../assess/catalogueNeeds';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import type { EvidenceLoader } from '../../assess/EvidenceLoader';
import type { Reader } from '../../permissions/Reader';
import type { RegisterStore } from '../../register/RegisterStore';
import { inEnglish } from '../inEnglish';
import { describeAfter } from './describeAfter';
import { describeChange, listReasons } from './describeChange';
import { findVerdicts, listJudging } from './findVerdicts';
import { listChainTypes } from './listChainTypes';
import { loadDeployments } from './loadDeployments';
import { namesOfReason } from '../compliance/readableReason';

/** How many deployments are listed. */
const SHOWN = 10;

/** What tells what happened after a deployment. */
const EVENTS: readonly EvidenceType[] = [
  'alert-changed',
  'incident-acknowledged',
  'incident-detected',
  'incident-resolved',
];

/** How far back deployments are read at least, whatever controls are installed. */
const AT_LEAST = 'P90D';

/**
 * Answers with the last deployments of an asset to production. They are read like
 * controls read them, with the same number of statements whatever their number, so
 * that a chain and a verdict are about the same evidence.
 */
export class ProductionChanges {
  readonly #register: Pick<RegisterStore, 'find'>;
  readonly #assessments: Pick<AssessmentStore, 'current'>;
  readonly #evidence: Pick<EvidenceLoader, 'loadHistory' | 'loadLineage'>;
  readonly #controls: ControlCatalogue;
  readonly #sentences: Sentences;

  constructor(options: {
    register: Pick<RegisterStore, 'find'>;
    assessments: Pick<AssessmentStore, 'current'>;
    decision: { evidence: Pick<EvidenceLoader, 'loadHistory' | 'loadLineage'> };
    controls: ControlCatalogue;
    sentences?: Sentences;
  }) {
    this.#register = options.register;
    this.#assessments = options.assessments;
    this.#evidence = options.decision.evidence;
    this.#controls = options.controls;
    this.#sentences = options.sentences ?? inEnglish;
  }

  /** Undefined if there is no such asset. */
  async list(
    entityRef: string,
    now: Instant,
    reader: Reader,
  ): Promise<ProductionChangesView | undefined> {
    const read = await this.#read(entityRef, now);
    if (!read) {
      return undefined;
    }
    const { chains, unclassified, unproven } = traceProduction({
      evidence: read.evidence,
      asOf: now,
      limit: SHOWN,
    });
    return {
      items: await this.#describeAll(chains, { ...read, reader }),
      unclassified,
      ...this.#tellUnproven(unproven),
    };
  }

  /** One of them, with what to do; undefined if there is no such asset. */
  async find(
    entityRef: string,
    deployment: NamedDeployment,
    now: Instant,
    reader: Reader,
  ): Promise<ProductionChangeDetail | undefined> {
    const read = await this.#read(entityRef, now);
    if (!read) {
      return undefined;
    }
    const { since } = read;
    const events = await this.#loadEvents(read.asset, since);
    const evidence = [...read.evidence, ...events];
    const found = traceDeployment({ evidence, asOf: now, deployment });
    const [change] = await this.#describeAll(found ? [found.chain] : [], {
      ...read,
      reader,
      controls: this.#controls,
    });
    return {
      since,
      ...(change && { change }),
      ...(found && { after: describeAfter(found.after) }),
      ...this.#tellUnproven(found?.unproven ?? 0),
    };
  }

  /** Everything that answers are made from. */
  async #read(entityRef: string, now: Instant) {
    const found = await this.#register.find(entityRef);
    if (!found) {
      return undefined;
    }
    const { asset } = found;
    const since = this.#measureReach(now);
    const [current, evidence] = await Promise.all([
      this.#assessments.current(entityRef),
      this.#loadEvidence(asset, since),
    ]);
    return { asset, since, current, evidence };
  }

  async #describeAll(
    chains: readonly Chain[],
    of: {
      asset: IctAsset;
      current: ReadonlyMap<string, CurrentAssessment>;
      reader: Reader;
      /** Those that give advice. */
      controls?: ControlCatalogue;
    },
  ): Promise<ProductionChangeView[]> {
    const { asset, current, reader, controls } = of;
    const judging = listJudging(this.#controls.values(), asset);
    const judged = chains.map(chain => ({
      chain,
      verdicts: findVerdicts({
        deployment: chain.deployment,
        changes: listChanges(chain),
        judging,
        current,
      }),
    }));
    const isReadable = await reader.readable(
      judged.flatMap(listReasons).flatMap(why => namesOfReason(why, asset)),
    );
    const sentences = this.#sentences;
    return judged.map(one =>
      describeChange(one, { asset, isReadable, sentences, controls }),
    );
  }

  #tellUnproven(unproven: number): { notCounted?: string } {
    const { language } = this.#sentences;
    return unproven > 0
      ? { notCounted: language.evidenceNotCounted(unproven) }
      : {};
  }

  #measureReach(now: Instant): Instant {
    const read = toInstant(
      new Date(Date.parse(now) - measureLineage(this.#controls)),
    );
    const least = subtractDuration(now, AT_LEAST);
    return read < least ? read : least;
  }

  /** What monitoring and incident tools reported. */
  #loadEvents(asset: IctAsset, since: Instant): Promise<Evidence[]> {
    return this.#evidence.loadHistory(
      [asset],
      new Map(EVENTS.map(type => [type, since])),
    );
  }

  #loadEvidence(asset: IctAsset, since: Instant): Promise<Evidence[]> {
    const types = listChainTypes(this.#controls);
    return loadDeployments(this.#evidence, asset, { since, types });
  }
}

/** The addresses of the changes that a deployment brought. */
function listChanges({ steps }: Chain): string[] {
  return steps
    .filter(({ step }) => step === 'change')
    .flatMap(({ items }) => items.flatMap(({ uri }) => uri ?? []));
}
