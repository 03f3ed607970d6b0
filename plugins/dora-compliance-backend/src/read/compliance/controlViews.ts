import {
  type ControlResultView,
  type Control,
  type Criticality,
  type IctAsset,
  reason,
  type Row,
  type RowView,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  CompiledControl,
  Sentences,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { CurrentResult } from '../../assess/AssessmentStore';

/**
 * The result of a control for an asset. A control that applies and was never
 * assessed is `not-assessed`: absence is a result with a reason.
 */
export function resultView(
  compiled: CompiledControl,
  asset: IctAsset,
  criticality: Criticality | undefined,
  current: CurrentResult | undefined,
  sentences: Sentences,
): ControlResultView {
  const { control } = compiled;
  const found = current?.assessment ?? neverAssessed(compiled, asset);
  return {
    control: {
      id: control.id,
      code: control.code,
      title: control.title,
      area: control.lens.area,
      // The severity of an asset without a classification is the highest.
      severity: control.severity[criticality ?? 'critical-or-important'],
    },
    status: found.status,
    reason: sentences.about(control).explained(found.reason),
    counts: found.counts,
    ...(current && { assessedAt: current.assessedAt }),
    ...(current?.validUntil && { validUntil: current.validUntil }),
  };
}

/**
 * A row with its sentences. A check of a judgement has a title in each language; that
 * of a requirement has the text of the requirement.
 */
export function rowView(
  row: Row,
  control: Pick<Control, 'assess'>,
  language: Sentences,
): RowView {
  const sentences = language.about(control);
  const { kind, at, uri, deployment } = row.member;
  const title = sentences.member(row.member);
  const link = webLink(uri);
  return {
    ...row,
    // The link comes from a payload; assessments keep it unchanged.
    member: {
      kind,
      title,
      at,
      ...(link && { uri: link }),
      ...(deployment && { deployment }),
    },
    reason: sentences.explained(row.reason),
    checks: row.checks.map(check => ({
      ...check,
      title:
        control.assess.find(({ id }) => id === check.check)?.text ??
        sentences.check(check.check),
      cause: sentences.explained(check.cause),
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
