/**
 * Evaluates controls, judges independence and lineage, summarizes and explains
 * results. Pure: callers pass the time that the result is for.
 *
 * @packageDocumentation
 */
export type { Chain, ChainItem, ChainStep, ChainStepName } from './chain/Chain';
export {
  listProductionDeployments,
  type NamedDeployment,
  traceDeployment,
  traceProduction,
} from './chain/traceProduction';
export type { CompiledClause } from './control/compileClauses';
export { overrideParameters } from './control/overrideParameters';
export { ControlProblem } from './control/ControlProblem';
export { type CompiledControl, compileControl } from './control/compileControl';
export type { AssertionResult } from './assertion/evaluateAssertion';
export type { BoundParameters } from './control/bindParameters';
export type {
  AssertionInput,
  CompiledRequirement,
  Verdicts,
} from './control/compileRequirement';
export {
  deriveAcceptances,
  type RecordedRisks,
} from './evaluate/deriveAcceptances';
export type { EvaluationInput } from './evaluate/EvaluationInput';
export {
  evaluateControl,
  evaluateControls,
  type TimedAssessment,
} from './evaluate/evaluateControl';
export { judgesAcceptances } from './evaluate/judgeRecord';
export { effectiveCriticality } from './criticality/effectiveCriticality';
export type { GraphNode } from './criticality/Graph';
export { addWords } from './explain/addWords';
export { german } from './explain/de';
export { english } from './explain/en';
export { explain, type Sentences } from './explain/explain';
export type { Explained } from './explain/Explained';
export type { AdvisedCode } from './explain/language/AdvisedCode';
export type { ErrorDetailParams } from './explain/language/ErrorDetailParams';
export type { EvidenceTitles } from './explain/language/EvidenceTitles';
export type { GapAdviceParams } from './explain/language/GapAdviceParams';
export type { GapClosing, GapWork } from './explain/language/GapClosing';
export type { Language } from './explain/language/Language';
export type { NotificationParams } from './explain/language/NotificationParams';
export type { OutlookParams } from './explain/language/OutlookParams';
export type { WhoWords } from './explain/language/WhoWords';
export type {
  RecordValueParams,
  RecordWords,
} from './explain/language/RecordWords';
export type {
  ReasonSentences,
  SentencesOf,
} from './explain/language/Sentences';
export type { EnvironmentKind } from './lineage/classifyEnvironment';
export type { KnownDeployment } from './lineage/Deployments';
export type { EvidenceIndex, Place } from './lineage/EvidenceIndex';
export type { IsKnownGood } from './lineage/findBases';
export type { Person, Persons } from './lineage/Persons';
export { measureDuration } from './population/measureDuration';
export { foresee } from './outlook/foresee';
export { type Ahead, lookAhead } from './outlook/lookAhead';
export type { RemedyFacts } from './remedy/Facts';
export type { RemediesFor, Remedy } from './remedy/Remedy';
export type { FineCode, RemediedCode } from './remedy/RemediedCode';
export type { KnownFinding } from './remedy/resolve';
export { builtIn } from './registry/builtIn';
export {
  combineChecks,
  type Judge,
  judgeEvidence,
  type Judgement,
  type JudgementContext,
  type JudgementWords,
  type TimedCheck,
  type WordsFor,
} from './registry/Judgement';
export type { Expiry } from './registry/Expiry';
export { createReasons } from './registry/createReasons';
export type { Need, NeedKey, Needs } from './registry/Needs';
export {
  definePopulation,
  type Member,
  type Members,
  type MemberType,
  type Population,
  type PopulationContext,
  type PopulationType,
} from './registry/Population';
export { Registry } from './registry/Registry';
export type {
  AfterDeployment,
  ProductionEvent,
} from './runtime/AfterDeployment';
export { listAlerts } from './runtime/listAlerts';
export { listIncidents } from './runtime/listIncidents';
export {
  traceAfterDeployment,
  traceAfterDeployments,
} from './runtime/traceAfterDeployment';
export { computeScore, SCORE_FORMULA } from './rollup/computeScore';
export { type ScoredPairs, severityWeights } from './rollup/severityWeights';
export { summarise } from './rollup/summarise';
export {
  addTally,
  scoreTally,
  type Tally,
  tallyPairs,
  type WeighedPairs,
} from './rollup/Tally';
