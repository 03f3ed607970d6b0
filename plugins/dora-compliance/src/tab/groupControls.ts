import {
  compareStatus,
  type ControlResultView,
  type ControlStatus,
  findWorst,
  Severity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Controls that belong together. */
type ControlGroup<Id extends string> = {
  id: Id;
  controls: ControlResultView[];
};

/**
 * Groups controls, the worst group first, and the worst control of each first. Equal
 * groups keep their order, so that they are at the same place for every asset.
 */
export function groupControls<Id extends string>(
  controls: readonly ControlResultView[],
  order: readonly Id[],
  findGroup: (control: ControlResultView['control']) => Id,
): ControlGroup<Id>[] {
  return order
    .map(id => ({
      id,
      controls: controls
        .filter(({ control }) => findGroup(control) === id)
        .sort(byRisk),
    }))
    .filter(group => group.controls.length > 0)
    .sort(byWorst);
}

/** How many controls of a group have each status. */
export function countStatuses(
  controls: readonly ControlResultView[],
): Record<ControlStatus, number> {
  const count = (wanted: ControlStatus) =>
    controls.filter(({ status }) => status === wanted).length;
  return {
    'not-applicable': count('not-applicable'),
    satisfied: count('satisfied'),
    'risk-accepted': count('risk-accepted'),
    'not-assessed': count('not-assessed'),
    'not-satisfied': count('not-satisfied'),
  };
}

function byRisk(one: ControlResultView, other: ControlResultView): number {
  return (
    compareStatus(other.status, one.status) ||
    placeSeverity(one) - placeSeverity(other) ||
    one.control.code.localeCompare(other.control.code)
  );
}

/** The most severe has the lowest place. */
function placeSeverity({ control }: ControlResultView): number {
  return Severity.options.indexOf(control.severity);
}

function byWorst(one: ControlGroup<string>, other: ControlGroup<string>) {
  const [mine, its] = [summarize(one), summarize(other)];
  return compareStatus(its.worst, mine.worst) || its.count - mine.count;
}

function summarize({ controls }: ControlGroup<string>) {
  const worst = findWorst(controls.map(({ status }) => status));
  return {
    worst,
    count: controls.filter(({ status }) => status === worst).length,
  };
}
