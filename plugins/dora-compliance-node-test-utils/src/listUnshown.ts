import type {
  Control,
  ControlStatus,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type ControlCase, prepareControl } from './prepareControl';
import type { ControlSamples } from './prepareControl';
import type { Shown, ShownAnswer } from './Shown';

/** What each control has to show, and the statuses with which a case can show it. */
const STATUSES = {
  satisfied: ['satisfied'],
  missing: ['not-assessed'],
  stale: ['not-assessed'],
  incomplete: ['not-assessed'],
  /** A population of another requirement may still have members. */
  'empty-complete': ['not-applicable', 'satisfied'],
  'empty-unknown': ['not-assessed'],
  'not-applicable': ['not-applicable'],
  'risk-accepted': ['risk-accepted'],
  'failing-example': ['not-satisfied'],
} as const satisfies Record<ShownAnswer, readonly ControlStatus[]>;

/** The only reason with which a case can show something, or cannot. */
const REASONS: Partial<Record<ShownAnswer, { code: string; is: boolean }>> = {
  stale: { code: 'evidence-stale', is: true },
  incomplete: { code: 'evidence-stale', is: false },
  'empty-complete': { code: 'does-not-apply', is: false },
  'not-applicable': { code: 'does-not-apply', is: true },
};

const FAILS = 'fails: ';

/** What a control has to show in its cases. */
function listDemanded({ assess }: Control): Shown[] {
  return [
    ...(Object.keys(STATUSES) as ShownAnswer[]),
    ...assess.map(({ id }) => `${FAILS}${id}` as const),
  ];
}

/**
 * What no case of a control shows although it has to, what it shows although it says
 * that it cannot, and names that do not exist.
 *
 * @param cannot - what the cases cannot show, and why
 * @public
 */
export function listUnshown({
  control,
  cases,
  cannot = {},
}: Pick<ControlSamples, 'control' | 'cases'> & {
  cannot?: Readonly<Record<string, string>>;
}): string[] {
  const demanded = listDemanded(control);
  const shown = new Set<string>(cases.flatMap(({ shows = [] }) => shows));
  return [
    ...demanded
      .filter(one => !shown.has(one) && !cannot[one]?.includes(' '))
      .map(one => `no case shows "${one}"`),
    ...Object.keys(cannot)
      .filter(one => shown.has(one) || one.startsWith(FAILS))
      .map(one => `"${one}" must not be in cannot`),
    ...[...shown, ...Object.keys(cannot)]
      .filter(one => !demanded.some(known => known === one))
      .map(one => `there is no "${one}"`),
  ];
}

/** What a case says that it shows, and does not. */
export function listContradictions(
  item: ControlCase,
  samples: Omit<ControlSamples, 'cases'>,
): string[] {
  const { shows = [] } = item;
  return shows.filter(one =>
    isRequirement(one)
      ? !failsAlone(item, one.slice(FAILS.length), samples)
      : !isPossible(item, one),
  );
}

function isRequirement(one: Shown): one is `fails: ${string}` {
  return one.startsWith(FAILS);
}

function isPossible(
  { expect: { status, reason } }: ControlCase,
  one: ShownAnswer,
) {
  const statuses: readonly ControlStatus[] = STATUSES[one];
  const { code, is } = REASONS[one] ?? { code: '', is: false };
  return statuses.includes(status) && (reason === code) === is;
}

/** Whether a requirement is not satisfied if the control has no other. */
function failsAlone(
  item: ControlCase,
  id: string,
  samples: Omit<ControlSamples, 'cases'>,
): boolean {
  const { control } = samples;
  const assess = control.assess.filter(one => one.id === id);
  if (assess.length === 0) {
    return false;
  }
  const alone = prepareControl({ ...samples, control: { ...control, assess } });
  return alone.assess(item).status === 'not-satisfied';
}
