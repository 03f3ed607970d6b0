import {
  type Assessment,
  compareStatus,
  type ControlStatus,
  type IctAsset,
  type Reason,
  type Row,
  subtractDuration,
  type VerdictView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  CompiledControl,
  KnownDeployment,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { CurrentAssessment } from '../../assess/AssessmentStore';

/** What a control says about a deployment, before it is put into words. */
export type Verdict = Pick<VerdictView, 'control' | 'absent'> & {
  status: ControlStatus;
  reason?: Reason;
};

/** The controls on an asset that judge deployments or changes one by one. */
export function listJudging(
  controls: Iterable<CompiledControl>,
  asset: IctAsset,
): CompiledControl[] {
  return [...controls].filter(
    one =>
      one.appliesTo(asset) &&
      (judges(one, 'deployment') || judges(one, 'change')),
  );
}

function judges({ control }: CompiledControl, each: string): boolean {
  return [
    control.population,
    ...control.assess.flatMap(({ population }) => population ?? []),
  ].some(population => population.each === each);
}

/**
 * What each control recorded about a deployment, or about the changes that it brought,
 * worst first. A control that judges deployments and recorded nothing about this one
 * has not assessed it.
 */
export function findVerdicts(of: {
  deployment: KnownDeployment;
  /** Addresses of the changes. */
  changes: readonly string[];
  judging: readonly CompiledControl[];
  current: ReadonlyMap<string, CurrentAssessment>;
}): Verdict[] {
  const { judging, current } = of;
  return judging
    .flatMap((compiled): Verdict[] => {
      const { id, code, title } = compiled.control;
      const control = { id, code, title };
      const found = current.get(id);
      const rows = listRows(found?.assessment.rows ?? [], of);
      const [worst] = rows;
      if (worst && found) {
        const doubt = findDoubt(found.assessment);
        const { status, reason } =
          doubt && isBetter(worst.status) ? doubt : worst;
        const isWhole =
          judges(compiled, 'deployment') ||
          countChanges(rows) === of.changes.length;
        return isWhole || !isBetter(status)
          ? [{ control, status, reason }]
          : [{ control, status: 'not-assessed', absent: 'not-recorded' }];
      }
      return judges(compiled, 'deployment') || of.changes.length > 0
        ? [
            {
              control,
              status: 'not-assessed',
              absent: explainAbsence(compiled, found, of.deployment),
            },
          ]
        : [];
    })
    .sort((one, other) => compareStatus(other.status, one.status));
}

/** Reasons of a whole assessment that its rows do not have. */
const DOUBTS: readonly string[] = [
  'evidence-gap',
  'evidence-late',
  'evidence-unverified',
];

/** Why the control is not assessed as a whole, whatever is known of each member. */
function findDoubt({
  status,
  reason,
}: Pick<Assessment, 'status' | 'reason'>):
  | Pick<Assessment, 'status' | 'reason'>
  | undefined {
  return status === 'not-assessed' && DOUBTS.includes(reason.code)
    ? { status, reason }
    : undefined;
}

/** Better than not assessed. */
function isBetter(status: ControlStatus): boolean {
  return compareStatus(status, 'not-assessed') < 0;
}

function countChanges(rows: readonly Row[]): number {
  return new Set(rows.map(({ member }) => member.uri)).size;
}

/** The rows about a deployment or its changes, worst first. */
function listRows(
  rows: readonly Row[],
  of: { deployment: KnownDeployment; changes: readonly string[] },
): Row[] {
  const { deployment, changes } = of;
  const { id } = deployment.first.predicate.deployment;
  return rows
    .filter(({ member }) =>
      member.deployment
        ? member.deployment.id === id &&
          member.deployment.environment === deployment.environment &&
          member.at === deployment.at
        : member.kind === 'change' &&
          member.uri !== undefined &&
          changes.includes(member.uri),
    )
    .sort((one, other) => compareStatus(other.status, one.status));
}

function explainAbsence(
  { window }: CompiledControl,
  found: CurrentAssessment | undefined,
  { at }: KnownDeployment,
): Verdict['absent'] {
  const isOutside =
    found && window && at <= subtractDuration(found.assessment.asOf, window);
  return isOutside ? 'outside-window' : 'not-recorded';
}
