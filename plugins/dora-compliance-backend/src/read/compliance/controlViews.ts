import {
  type ControlResultView,
  type Criticality,
  type IctAsset,
  type Reason,
  reason,
  type Row,
  type RowView,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  checkTitle,
  type CompiledControl,
  explainReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { CurrentResult } from '../../assess/AssessmentStore';

/**
 * How a control stands for an asset. One that was never assessed is
 * `not-assessed` where it applies: absence is a result with a reason.
 */
export function resultView(
  compiled: CompiledControl,
  asset: IctAsset,
  criticality: Criticality | undefined,
  current: CurrentResult | undefined,
): ControlResultView {
  const { control } = compiled;
  const found = current?.assessment ?? neverAssessed(compiled, asset);
  return {
    control: {
      id: control.id,
      code: control.code,
      title: control.title,
      area: control.lens.area,
      // Until an asset is classified the gravest is assumed.
      severity: control.severity[criticality ?? 'critical-or-important'],
    },
    status: found.status,
    reason: explained(found.reason),
    counts: found.counts,
    ...(current && { assessedAt: current.assessedAt }),
    ...(current?.validUntil && { validUntil: current.validUntil }),
  };
}

/** A row with its sentences. */
export function rowView(row: Row): RowView {
  const { uri, ...member } = row.member;
  const link = webLink(uri);
  return {
    ...row,
    // From a payload; assessments keep it as it was told.
    member: { ...member, ...(link && { uri: link }) },
    reason: explained(row.reason),
    checks: row.checks.map(check => ({
      ...check,
      title: checkTitle(check.check),
      cause: explained(check.cause),
    })),
  };
}

function neverAssessed(compiled: CompiledControl, asset: IctAsset) {
  const applies = compiled.appliesTo(asset);
  return {
    status: applies ? ('not-assessed' as const) : ('not-applicable' as const),
    reason: reason(applies ? 'not-yet-assessed' : 'does-not-apply'),
    counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
  };
}

function explained(why: Reason) {
  return { ...why, sentence: explainReason(why) };
}
