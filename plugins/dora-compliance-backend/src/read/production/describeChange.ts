import {
  type ChainStepView,
  findWorst,
  type IctAsset,
  identityLabel,
  type ProductionChangeView,
  type Reason,
  type VerdictView,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  Chain,
  ChainStep,
  Sentences,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import type { IsReadable } from '../../permissions/Reader';
import { readableReason } from '../compliance/readableReason';
import type { Verdict } from './findVerdicts';

/** How many items of a step are listed, such as commits. */
const ITEMS = 20;

/** How many pieces of evidence of a step are named; the deciding one is the first. */
const EVIDENCE = 20;

type Judged = { chain: Chain; verdicts: readonly Verdict[] };

type Context = {
  asset: IctAsset;
  isReadable: IsReadable;
  sentences: Sentences;
  /** Those that give advice; none by default. */
  controls?: ControlCatalogue | undefined;
};

/** All reasons of a deployment, before it is known who may read them. */
export function listReasons({ chain, verdicts }: Judged): Reason[] {
  return [
    ...chain.steps.flatMap(({ why }) => why ?? []),
    ...verdicts.flatMap(({ reason }) => reason ?? []),
  ];
}

/** A deployment as it is shown to its reader. */
export function describeChange(
  { chain, verdicts }: Judged,
  context: Context,
): ProductionChangeView {
  const { deployment, steps } = chain;
  const uri = webLink(deployment.first.predicate.deployment.url);
  return {
    id: deployment.first.id,
    deployment: deployment.first.predicate.deployment.id,
    environment: deployment.environment,
    at: deployment.at,
    deployers: [...new Set(deployment.deployers.map(identityLabel))].filter(
      Boolean,
    ),
    ...(uri && { uri }),
    // Nothing was assessed if no control says anything.
    status:
      verdicts.length > 0
        ? findWorst(verdicts.map(({ status }) => status))
        : 'not-assessed',
    steps: steps.map(step => describeStep(step, context)),
    verdicts: verdicts.map(verdict => describeVerdict(verdict, context)),
  };
}

function describeVerdict(
  { reason, ...verdict }: Verdict,
  context: Context,
): VerdictView {
  const { controls } = context;
  const control = controls?.get(verdict.control.id)?.control;
  const sentences = context.sentences.about(control);
  const advice =
    control &&
    reason &&
    sentences.advice(control, { status: verdict.status, reason });
  return {
    ...verdict,
    ...(reason && { reason: explain(reason, { ...context, sentences }) }),
    ...(advice && { advice }),
  };
}

function describeStep(
  { step, state, why, items, evidence }: ChainStep,
  context: Context,
): ChainStepView {
  return {
    step,
    state,
    ...(why && { why: explain(why, context) }),
    items: items.slice(0, ITEMS).map(describeItem),
    omittedItems: Math.max(0, items.length - ITEMS),
    evidence: evidence.slice(0, EVIDENCE),
  };
}

/** Links come from payloads, and are checked. */
function describeItem({
  title,
  uri,
  by,
  at,
  decision,
  withoutChange,
}: ChainStep['items'][number]): ChainStepView['items'][number] {
  const link = webLink(uri);
  return {
    title,
    ...(link && { uri: link }),
    ...(by && { by }),
    ...(at && { at }),
    ...(decision && { decision }),
    ...(withoutChange && { withoutChange }),
  };
}

function explain(why: Reason, { asset, isReadable, sentences }: Context) {
  return readableReason(why, asset, isReadable, sentences);
}
