import {
  type Evidence,
  type IctAsset,
  type Instant,
  type ProductionChangesView,
  subtractDuration,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type Sentences,
  traceProduction,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { AssessmentStore } from '../../assess/AssessmentStore';
import { lineageTypes, measureLineage } from '../../assess/catalogueNeeds';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import type { EvidenceLoader, LineageTypes } from '../../assess/EvidenceLoader';
import { groupByKey } from '../../assess/groupByKey';
import { selectLineage } from '../../assess/selectLineage';
import type { Reader } from '../../permissions/Reader';
import type { RegisterStore } from '../../register/RegisterStore';
import { inEnglish } from '../inEnglish';
import { describeChange, listReasons } from './describeChange';
import { findVerdicts, listJudging } from './findVerdicts';
import { namesOfReason } from '../compliance/readableReason';

/** How many deployments are listed. */
const SHOWN = 10;

/** How far back deployments are read at least, whatever controls are installed. */
const AT_LEAST = 'P90D';

/** What a chain consists of, whatever controls are installed. */
const TYPES: LineageTypes = {
  deployment: ['service-deployed', 'service-rolled-back'],
  commit: [
    'artifact-published',
    'change-merged',
    'commits-pushed',
    'pipeline-run-finished',
    'provenance',
  ],
  change: ['change-commits-observed', 'change-reviewed', 'change-updated'],
};

/**
 * Answers with the last deployments of an asset to production. They are read like
 * controls read them, with the same number of statements whatever their number, so
 * that a chain and a verdict are about the same evidence.
 */
export class ProductionChanges {
  readonly #register: Pick<RegisterStore, 'find'>;
  readonly #assessments: Pick<AssessmentStore, 'current'>;
  readonly #evidence: Pick<EvidenceLoader, 'loadLineage'>;
  readonly #controls: ControlCatalogue;
  readonly #sentences: Sentences;

  constructor(options: {
    register: Pick<RegisterStore, 'find'>;
    assessments: Pick<AssessmentStore, 'current'>;
    decision: { evidence: Pick<EvidenceLoader, 'loadLineage'> };
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
    const found = await this.#register.find(entityRef);
    if (!found) {
      return undefined;
    }
    const { asset } = found;
    const [current, evidence] = await Promise.all([
      this.#assessments.current(entityRef),
      this.#loadEvidence(asset, now),
    ]);
    const judging = listJudging(this.#controls.values(), asset);
    const { chains, unclassified, unproven } = traceProduction({
      evidence,
      asOf: now,
      limit: SHOWN,
    });
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
    return {
      items: judged.map(one =>
        describeChange(one, { asset, isReadable, sentences: this.#sentences }),
      ),
      unclassified,
      ...(unproven > 0 && {
        notCounted: this.#sentences.language.evidenceNotCounted(unproven),
      }),
    };
  }

  async #loadEvidence(asset: IctAsset, now: Instant): Promise<Evidence[]> {
    const types = joinTypes(lineageTypes(this.#controls), TYPES);
    const read = toInstant(
      new Date(Date.parse(now) - measureLineage(this.#controls)),
    );
    const least = subtractDuration(now, AT_LEAST);
    const { evidence, starts } = await this.#evidence.loadLineage(
      [asset],
      read < least ? read : least,
      types,
    );
    const start = starts.get(asset.entityRef);
    return selectLineage(asset, groupByKey(evidence), { start, types });
  }
}

/** The addresses of the changes that a deployment brought. */
function listChanges({
  steps,
}: ReturnType<typeof traceProduction>['chains'][number]): string[] {
  return steps
    .filter(({ step }) => step === 'change')
    .flatMap(({ items }) => items.flatMap(({ uri }) => uri ?? []));
}

function joinTypes(one: LineageTypes, other: LineageTypes): LineageTypes {
  const join = (key: keyof LineageTypes) => [
    ...new Set([...one[key], ...other[key]]),
  ];
  return {
    deployment: join('deployment'),
    commit: join('commit'),
    change: join('change'),
  };
}
