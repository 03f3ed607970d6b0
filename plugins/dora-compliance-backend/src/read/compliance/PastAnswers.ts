import {
  type Control,
  type Criticality,
  type IctAsset,
  type Instant,
  type NotAsOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type {
  AssessmentStore,
  CurrentAssessment,
} from '../../assess/AssessmentStore';
import type { DecidablePair } from '../../assess/ClaimedPair';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import { decide } from '../../assess/decide';
import type { DecisionStores } from '../../assess/loadEvidence';
import { loadPastCriticality } from '../../assess/loadPastCriticality';
import type { KnexControlTexts } from './KnexControlTexts';

/** A result of the past, and what of the answer is not as it was then. */
export type PastAnswer = {
  current: CurrentAssessment | undefined;
  control: Control;
  criticality: Criticality | undefined;
  notAsOf: NotAsOf[];
};

type Asked = { now: Instant; asOf: Instant };

/** What was recorded at an instant, or the answer for it by what is known now. */
export class PastAnswers {
  readonly #texts: Pick<KnexControlTexts, 'find'>;
  readonly #assessments: AssessmentStore;
  readonly #controls: ControlCatalogue;
  readonly #stores: DecisionStores;

  constructor(options: {
    texts: Pick<KnexControlTexts, 'find'>;
    assessments: AssessmentStore;
    controls: ControlCatalogue;
    decision: DecisionStores;
  }) {
    this.#texts = options.texts;
    this.#assessments = options.assessments;
    this.#controls = options.controls;
    this.#stores = options.decision;
  }

  /** What was recorded then, and the control as it was. */
  async findRecorded(
    pair: DecidablePair,
    compiled: CompiledControl,
    { asOf }: Asked,
  ): Promise<PastAnswer> {
    const current = await this.#findAssessment(pair, asOf);
    const digest = current?.assessment.controlDigest;
    const control =
      digest === compiled.digest
        ? compiled.control
        : digest && (await this.#texts.find(digest));
    const criticality =
      current?.assessment.criticality ??
      (await this.#findCriticality(pair.asset, asOf));
    return {
      current,
      control: control ?? compiled.control,
      criticality: criticality ?? pair.criticality,
      notAsOf: [
        'asset',
        ...(control ? [] : (['control'] as const)),
        ...(criticality ? [] : (['criticality'] as const)),
      ],
    };
  }

  /** What is decided for then by what is known now. No history of people is kept. */
  async decideNow(
    pair: DecidablePair,
    compiled: CompiledControl,
    { now, asOf }: Asked,
  ): Promise<PastAnswer> {
    const known = await this.#findCriticality(pair.asset, asOf);
    const criticality = known ?? pair.criticality;
    const [decided] = await decide({
      due: [{ ...pair, ...(criticality && { criticality }) }],
      controls: this.#controls,
      stores: this.#stores,
      asOf,
      knownAt: now,
    });
    const assessment = decided?.assessment;
    return {
      current: assessment && { assessment, assessedAt: now },
      control: compiled.control,
      criticality,
      notAsOf: [
        'asset',
        'control',
        ...(known ? [] : (['criticality'] as const)),
        ...(compiled.needs.people ? (['people'] as const) : []),
      ],
    };
  }

  async #findAssessment(
    { entityRef, controlId }: DecidablePair,
    asOf: Instant,
  ): Promise<CurrentAssessment | undefined> {
    const current = await this.#assessments.current(entityRef, controlId);
    const latest = current.get(controlId);
    if (latest && latest.assessment.asOf <= asOf) {
      return latest;
    }
    const assessment = await this.#assessments.recordedAt(
      entityRef,
      controlId,
      asOf,
    );
    return assessment && { assessment, assessedAt: assessment.asOf };
  }

  async #findCriticality(
    asset: IctAsset,
    asOf: Instant,
  ): Promise<Criticality | undefined> {
    const { evidence } = this.#stores;
    const known = await loadPastCriticality(evidence, [asset], asOf);
    return known.get(asset.entityRef);
  }
}
