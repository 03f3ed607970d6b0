import {
  addDuration,
  type Area,
  Area as AreaSchema,
  compareStatus,
  type ComplianceView,
  type ControlDetailView,
  type ControlResultView,
  type IctAsset,
  type Instant,
  findWorst,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type CompiledControl,
  type GapClosing,
  type Sentences,
  summarise,
  typesRead,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type {
  AssessmentStore,
  CurrentAssessment,
} from '../../assess/AssessmentStore';
import type { DecidablePair } from '../../assess/ClaimedPair';
import { decide } from '../../assess/decide';
import type { DecisionStores } from '../../assess/loadEvidence';
import { targetKey, listTargets } from '../../sources/collect/listTargets';
import type {
  RegisteredAsset,
  RegisterStore,
} from '../../register/RegisterStore';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import type { EvidenceStore } from '../evidence/EvidenceStore';
import type { Reader } from '../../permissions/Reader';
import { inEnglish } from '../inEnglish';
import { resultView, rowView } from './controlViews';
import type { KnexGapClosing } from '../sources/KnexGapClosing';
import type { KnexEvidenceOrigins } from './KnexEvidenceOrigins';
import { FindingResolution } from './FindingResolution';
import { readableCompliance, readableControl } from './readableControl';

/** The instant that an answer is for, and by what is known when. */
type AskedTime = { now: Instant; asOf?: Instant; known?: 'then' | 'now' };

/** Answers with the results of assets; undefined if there is no such asset. */
export class ComplianceQuery {
  readonly #register: RegisterStore;
  readonly #assessments: AssessmentStore;
  readonly #evidence: EvidenceStore;
  readonly #controls: ControlCatalogue;
  readonly #closing: KnexGapClosing;
  readonly #origins: KnexEvidenceOrigins;
  readonly #stores: DecisionStores;
  readonly #sentences: Sentences;
  readonly #resolution: FindingResolution;

  constructor(options: {
    register: RegisterStore;
    assessments: AssessmentStore;
    evidence: EvidenceStore;
    controls: ControlCatalogue;
    closing: KnexGapClosing;
    origins: KnexEvidenceOrigins;
    /** What a past answer is computed from. */
    decision: DecisionStores;
    /** The language of the answers. */
    sentences?: Sentences;
  }) {
    this.#closing = options.closing;
    this.#origins = options.origins;
    this.#stores = options.decision;
    this.#sentences = options.sentences ?? inEnglish;
    this.#resolution = new FindingResolution(options.decision, this.#sentences);
    this.#register = options.register;
    this.#assessments = options.assessments;
    this.#evidence = options.evidence;
    this.#controls = options.controls;
  }

  async readCompliance(
    entityRef: string,
    now: Instant,
    reader: Reader,
  ): Promise<ComplianceView | undefined> {
    // Before the results, so that a result that changes in between is not shown
    // as up to date.
    const [found, due] = await Promise.all([
      this.#register.find(entityRef),
      this.#assessments.countDue(now, entityRef),
    ]);
    if (!found) {
      return undefined;
    }
    const [results, lastEvidenceAt] = await Promise.all([
      this.#results(found),
      this.#evidence.lastRecordedAt(entityRef),
    ]);
    const view = {
      asset: found.asset,
      summary: summarise(results.map(({ status }) => status)),
      areas: byArea(results, this.#sentences),
      ...(lastEvidenceAt && { lastEvidenceAt }),
      pending: due > 0,
    };
    return readableCompliance(view, reader, this.#sentences);
  }

  async readControl(
    entityRef: string,
    controlId: string,
    { now, asOf, known = 'then' }: AskedTime,
    reader: Reader,
  ): Promise<ControlDetailView | 'asset-unknown' | 'control-unknown'> {
    const found = await this.#register.find(entityRef);
    if (!found) {
      return 'asset-unknown';
    }
    const { asset, criticality } = found;
    const compiled = this.#controls.get(controlId);
    if (!compiled) {
      return 'control-unknown';
    }
    const current = asOf
      ? await this.#findPast(found, compiled, { now, asOf, known })
      : (await this.#assessments.current(entityRef, controlId)).get(controlId);
    const rows = current?.assessment.rows ?? [];
    const sentences = this.#sentences;
    const result = resultView(
      compiled,
      asset,
      criticality.level,
      current,
      sentences,
    );
    const { satisfied, notAssessed, notSatisfied } = result.counts;
    const closing = await this.#findClosing({
      asset,
      compiled,
      result,
      now,
      withLogProblems: await reader.seesAll(),
    });
    const advice = sentences.advice(compiled.control, result, closing);
    const view = {
      asset,
      control: compiled.control,
      result,
      ...(advice !== undefined && { advice }),
      reads: await this.#origins.find(asset, typesRead(compiled.needs), now),
      rows: rows.map(row => rowView(row, compiled.control, sentences)),
      omittedRows: satisfied + notAssessed + notSatisfied - rows.length,
    };
    const readable = await readableControl(view, reader, sentences);
    if (asOf) {
      return readable;
    }
    const resolution = await this.#resolution.find(readable, {
      pair: toPair(found, controlId),
      compiled,
      reason: current?.assessment.reason ?? result.reason,
      closing,
      now,
    });
    return { ...readable, ...(resolution && { resolution }) };
  }

  /**
   * What was recorded at an instant, or the answer for it by what is known now. The
   * asset, its criticality and who is behind accounts are those of now.
   */
  async #findPast(
    found: RegisteredAsset,
    compiled: CompiledControl,
    {
      now,
      asOf,
      known,
    }: { now: Instant; asOf: Instant; known: 'then' | 'now' },
  ): Promise<CurrentAssessment | undefined> {
    const { entityRef } = found.asset;
    const controlId = compiled.control.id;
    if (known === 'then') {
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
    const [decided] = await decide({
      due: [toPair(found, controlId)],
      controls: this.#controls,
      stores: this.#stores,
      asOf,
      knownAt: now,
    });
    const assessment = decided?.assessment;
    return assessment && { assessment, assessedAt: now };
  }

  /** How the gap that keeps a control from being assessed can be closed. */
  async #findClosing(of: {
    asset: IctAsset;
    compiled: CompiledControl;
    result: ControlResultView;
    now: Instant;
    withLogProblems: boolean;
  }): Promise<GapClosing | undefined> {
    const { asset, now, withLogProblems } = of;
    const { window } = of.compiled;
    const { status, reason } = of.result;
    const { code, params } = reason;
    if (status !== 'not-assessed' || code !== 'evidence-gap') {
      return undefined;
    }
    const to = params.to as Instant | undefined;
    const gap = {
      sourceId: String(params.source),
      from: params.from as Instant,
      ...(to && { to }),
      keys: listTargets(asset).map(targetKey),
    };
    const [closing] = await this.#closing.ofAll([gap], now, {
      withLogProblems,
    });
    return (
      closing && {
        ...closing,
        ...(to && window && { leavesAt: addDuration(to, window) }),
      }
    );
  }

  async #results({
    asset,
    criticality,
  }: RegisteredAsset): Promise<ControlResultView[]> {
    const current = await this.#assessments.results(asset.entityRef);
    return [...this.#controls.values()].map(compiled =>
      resultView(
        compiled,
        asset,
        criticality.level,
        current.get(compiled.control.id),
        this.#sentences,
      ),
    );
  }
}

function toPair(
  { asset, criticality: { level } }: RegisteredAsset,
  controlId: string,
): DecidablePair {
  const { entityRef } = asset;
  return { entityRef, controlId, asset, ...(level && { criticality: level }) };
}

function byArea(
  results: readonly ControlResultView[],
  { language }: Sentences,
) {
  return AreaSchema.options
    .map((area: Area) => ({
      area,
      title: language.areas[area],
      controls: results
        .filter(({ control }) => control.area === area)
        .sort(
          (a, b) =>
            compareStatus(b.status, a.status) ||
            a.control.code.localeCompare(b.control.code),
        ),
    }))
    .filter(({ controls }) => controls.length > 0)
    .sort((a, b) => compareStatus(worstIn(b.controls), worstIn(a.controls)));
}

function worstIn(controls: readonly ControlResultView[]) {
  return findWorst(controls.map(({ status }) => status));
}
