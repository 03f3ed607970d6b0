import type {
  Control,
  ProvisionIndex,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  Registry,
  Sentences,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { ControlCatalogue } from '../assess/ControlCatalogue';
import { readAssetsPage } from '../assess/KnexAssetsPage';
import { KnexActionsQuery } from '../read/actions/KnexActionsQuery';
import { ComplianceQuery } from '../read/compliance/ComplianceQuery';
import { ControlDescriptions } from '../read/compliance/ControlDescriptions';
import { ControlTrial } from '../read/compliance/ControlTrial';
import { KnexControlTexts } from '../read/compliance/KnexControlTexts';
import { KnexEvidenceOrigins } from '../read/compliance/KnexEvidenceOrigins';
import { inEnglish } from '../read/inEnglish';
import { KnexRegisterQuery } from '../read/inventory/KnexRegisterQuery';
import { KnexResultsQuery } from '../read/results/KnexResultsQuery';
import { ProductionChanges } from '../read/production/ProductionChanges';
import { KnexScorecardQuery } from '../read/scorecards/KnexScorecardQuery';
import { KnexControlTimelines } from '../read/timeline/KnexControlTimelines';
import type { KnexSourcesQuery } from '../read/sources/KnexSourcesQuery';
import type { KnexSources } from './KnexSources';
import type { Stores } from './KnexStores';

/** What answers in one language. */
export type ReadModels = {
  actions: KnexActionsQuery;
  compliance: ComplianceQuery;
  controls: ControlCatalogue;
  descriptions: ControlDescriptions;
  production: ProductionChanges;
  registerQuery: KnexRegisterQuery;
  results: KnexResultsQuery;
  scorecards: KnexScorecardQuery;
  sentences: Sentences;
  sourcesQuery: KnexSourcesQuery;
  timelines: KnexControlTimelines;
  trial: ControlTrial;
};

/** What read models are created from, in whatever language. */
type ReadModelParts = {
  served: Knex;
  stores: Stores['served'];
  sources: KnexSources;
  /** As their files write them. */
  controls: ControlCatalogue;
  /** What provisions say. */
  provisions?: readonly ProvisionIndex[] | undefined;
  registry?: Registry | undefined;
  prepareControl?: ((control: Control) => Control) | undefined;
};

/** A language, and controls in it. */
export type AnswerLanguage = {
  sentences?: Sentences | undefined;
  /** A control with the texts of this language; as it is by default. */
  translate?: ((control: Control) => Control) | undefined;
};

/** The read models that answer in a language. */
export function createReadModels(
  { served, stores, sources, ...parts }: ReadModelParts,
  { sentences = inEnglish, translate = same }: AnswerLanguage,
): ReadModels {
  const controls = translateAll(parts.controls, translate);
  return {
    controls,
    sentences,
    descriptions: new ControlDescriptions({
      controls,
      provisions: parts.provisions,
      sources: sources.kinds,
    }),
    compliance: new ComplianceQuery({
      ...stores,
      controls,
      sentences,
      closing: sources.closing,
      texts: new KnexControlTexts(served),
      origins: new KnexEvidenceOrigins(served, sources.kinds),
      sources: sources.kinds,
    }),
    production: new ProductionChanges({ ...stores, controls, sentences }),
    timelines: new KnexControlTimelines(served, {
      ...stores,
      controls,
      sentences,
    }),
    registerQuery: new KnexRegisterQuery(served, stores.register, {
      controls: controls.values(),
      sentences,
    }),
    actions: new KnexActionsQuery(served, controls, sentences),
    results: new KnexResultsQuery(served, controls, sentences),
    scorecards: new KnexScorecardQuery(served, controls, sources.kinds),
    sourcesQuery: sources.createQuery(sentences),
    trial: new ControlTrial({
      readPage: page => readAssetsPage(served, page),
      stores: stores.decision,
      controls,
      registry: parts.registry,
      prepare: parts.prepareControl,
      sentences,
    }),
  };
}

/** Their digests stay: texts of other languages decide nothing. */
function translateAll(
  controls: ControlCatalogue,
  translate: (control: Control) => Control,
): ControlCatalogue {
  return new Map(
    [...controls].map(([id, compiled]) => [
      id,
      { ...compiled, control: translate(compiled.control) },
    ]),
  );
}

function same(control: Control): Control {
  return control;
}
