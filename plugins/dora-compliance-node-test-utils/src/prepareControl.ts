import type {
  Assessment,
  Control,
  ControlStatus,
  Evidence,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  builtIn,
  compileControl,
  type EvaluationInput,
  evaluateControl,
  type Judgement,
  type PopulationType,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Shown } from './Shown';

/**
 * A story, and what a control has to say about it.
 *
 * @public
 */
export type ControlCase = {
  name: string;
  evidence: readonly Evidence[];
  asset?: Partial<IctAsset>;
  input?: Partial<EvaluationInput>;
  expect: {
    status: ControlStatus;
    reason: string;
    /** How many members are wrong, if the case states it. */
    notSatisfied?: number;
  };
  /** What it demonstrates of the control, if the case states it. */
  shows?: readonly Shown[];
};

/**
 * A control, with the populations and judgements that an organization brings for
 * it.
 *
 * @public
 */
export type ControlSamples = {
  control: Control;
  populations?: readonly PopulationType[];
  judgements?: readonly Judgement[];
  /** At least one for each status that assets can have. */
  cases: readonly ControlCase[];
  asOf: Instant;
};

const asset: IctAsset = {
  id: 'urn:backstage:component:default:ledger',
  declared: {},
  problems: [],
  entityRef: 'component:default/ledger',
  kind: 'component',
  title: 'Ledger',
  type: 'service',
  repositories: ['https://github.com/meridian-bank/ledger'],
  linked: true,
};

/**
 * What a control says about cases.
 *
 * @public
 */
export type PreparedControl = {
  assess(
    item: ControlCase,
    evidence?: readonly Evidence[],
    asOf?: Instant,
  ): Assessment;
  /** Whether it says what a case expects. */
  isAsExpected(item: ControlCase): boolean;
  /** Whether it applies to an asset, such as a component of type `service`. */
  appliesTo(asset: Partial<IctAsset>): boolean;
};

/**
 * A control, ready to assess cases. Throws if the backend would refuse it.
 *
 * @public
 */
export function prepareControl(
  samples: Omit<ControlSamples, 'cases'>,
): PreparedControl {
  const { control, populations, judgements = [], asOf } = samples;
  const registry = builtIn.extend({
    judgements,
    ...(populations && { populations }),
  });
  const compiled = compileControl(control, registry);
  const assess: PreparedControl['assess'] = (
    item,
    evidence = item.evidence,
    at = asOf,
  ) =>
    evaluateControl(compiled, {
      asset: { ...asset, ...item.asset },
      evidence,
      asOf: at,
      sourceHeard: true,
      gaps: [],
      people: [],
      ...item.input,
    });
  return {
    assess,
    isAsExpected: item => {
      const { status, reason, counts } = assess(item);
      const { notSatisfied = counts.notSatisfied, ...expected } = item.expect;
      return (
        status === expected.status &&
        reason.code === expected.reason &&
        counts.notSatisfied === notSatisfied
      );
    },
    appliesTo: one => compiled.appliesTo({ ...asset, ...one }),
  };
}
