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
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { AssessmentStore } from '../../assess/AssessmentStore';
import type { DecidablePair } from '../../assess/ClaimedPair';
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
import { type PastAnswer, PastAnswers } from './PastAnswers';
import type { SourceKinds } from '../../sources/silence/sourceState';
import { findCommitPage } from './findPages';
import type { KnexGapClosing } from '../sources/KnexGapClosing';
import type { KnexControlTexts } from './KnexControlTexts';
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
  readonly #past: PastAnswers;
  readonly #sentences: Sentences;
  readonly #resolution: FindingResolution;
  readonly #sources: ReadonlyMap<string, SourceKinds>;

  constructor(options: {
    register: RegisterStore;
    assessments: AssessmentStore;
    evidence: EvidenceStore;
    controls: ControlCatalogue;
    closing: KnexGapClosing;
    origins: KnexEvidenceOrigins;
    /** What answers for other instants are computed from. */
    decision: DecisionStores;
    texts: KnexControlTexts;
    /** Whose pages results link to; none by default. */
    sources?: ReadonlyMap<string, SourceKinds>;
    /** The language of the answers. */
    sentences?: Sentences;
  }) {
    this.#sources = options.sources ?? new Map();
    this.#closing = options.closing;
    this.#origins = options.origins;
    this.#past = new PastAnswers(options);
    this.#sentences = options.sentences ?? inEnglish;
    this.#resolution = new FindingResolution(options, this.#sentences);
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
    return readableCompliance(view, reader, id =>
      this.#sentences.about(this.#controls.get(id)?.control),
    );
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
    const { asset } = found;
    const installed = this.#controls.get(controlId);
    if (!installed) {
      return 'control-unknown';
    }
    const pair = toPair(found, controlId);
    const { current, control, criticality, notAsOf } = await this.#findAnswer(
      pair,
      installed,
      { now, asOf, known },
    );
    const compiled = { ...installed, control };
    const rows = current?.assessment.rows ?? [];
    const sentences = this.#sentences;
    const result = resultView(compiled, asset, criticality, current, sentences);
    const closing = await this.#findClosing({
      asset,
      compiled,
      result,
      now,
      withLogProblems: await reader.seesAll(),
    });
    const advice = sentences.advice(control, result, closing);
    const view = {
      asset,
      control,
      result,
      ...(advice !== undefined && { advice }),
      reads: await this.#origins.find(asset, compiled.reads, now),
      rows: rows.map(row => rowView(row, control, sentences)),
      omittedRows: countMembers(result) - rows.length,
      ...(notAsOf && { notAsOf }),
    };
    const readable = await this.#toReadable(view, reader);
    if (asOf) {
      return readable;
    }
    const resolution = await this.#resolution.find(readable, {
      pair,
      compiled,
      reason: current?.assessment.reason ?? result.reason,
      closing,
      now,
    });
    return { ...readable, ...(resolution && { resolution }) };
  }

  /** As its reader may see it, with the pages of the commits that reasons name. */
  async #toReadable(
    view: ControlDetailView,
    reader: Reader,
  ): Promise<ControlDetailView> {
    const readable = await readableControl(view, {
      reader,
      sentences: this.#sentences,
      evidence: this.#evidence,
    });
    const { asset, rows } = readable;
    return {
      ...readable,
      rows: rows.map(row => {
        const commitUri = findCommitPage(this.#sources, asset, row.reason);
        return commitUri ? { ...row, commitUri } : row;
      }),
    };
  }

  /** The result of now, or that of the past. */
  async #findAnswer(
    pair: DecidablePair,
    compiled: CompiledControl,
    { now, asOf, known }: AskedTime,
  ): Promise<Omit<PastAnswer, 'notAsOf'> & Partial<PastAnswer>> {
    if (asOf) {
      const asked = { now, asOf };
      return known === 'now'
        ? this.#past.decideNow(pair, compiled, asked)
        : this.#past.findRecorded(pair, compiled, asked);
    }
    const { entityRef, controlId, criticality } = pair;
    const all = await this.#assessments.current(entityRef, controlId);
    const { control } = compiled;
    return { current: all.get(controlId), control, criticality };
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

function countMembers({ counts }: ControlResultView): number {
  const { satisfied, notAssessed, notSatisfied, riskAccepted = 0 } = counts;
  return satisfied + notAssessed + notSatisfied + riskAccepted;
}
