/**
 * The thinking: evaluates controls, judges independence and lineage, rolls
 * up and explains. Pure: callers pass the instant the answer is for.
 *
 * @packageDocumentation
 */
export { type CompiledControl, compileControl } from './control/compileControl';
export type {
  CompiledRequirement,
  Verdicts,
} from './control/compileRequirement';
export { consultsPeople } from './control/consultsPeople';
export { requiredEvidence } from './control/requiredEvidence';
export type { EvaluationInput } from './evaluate/EvaluationInput';
export { evaluateControl } from './evaluate/evaluateControl';
export { effectiveCriticality } from './criticality/effectiveCriticality';
export type { GraphNode } from './criticality/Graph';
export { adviceOn } from './explain/adviceOn';
export { gapAdvice } from './explain/gapAdvice';
export type { GapClosing, GapWork } from './explain/GapClosing';
export { evidenceTitle } from './explain/evidenceTitle';
export { checkTitle, explainReason } from './explain/explain';
export { reasonSentences } from './explain/reasonSentences';
export type { JudgementName } from './judgement/judgements';
export { summarise } from './rollup/summarise';
