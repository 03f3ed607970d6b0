import type {
  ControlResultView,
  ReasonCode,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Why controls were not assessed or do not apply, in a few kinds. `unclear` and
 * `other` have the reasons of judgements: the evidence is there and does not decide the result.
 */
export const WHYS = {
  'not-assessed': [
    'never-received',
    'too-old',
    'incomplete',
    'not-delivered',
    'unproven',
    'not-linked',
    'unclear',
    'failed',
    'waiting',
  ],
  'not-applicable': ['other-assets', 'nothing-to-assess', 'other'],
} as const;

/** The statuses that have kinds of reasons. */
export type OpenStatus = keyof typeof WHYS;

/** A kind of reasons for one of the statuses. */
export type Why<Status extends OpenStatus = OpenStatus> =
  (typeof WHYS)[Status][number];

const notAssessed: Partial<Record<ReasonCode, Why<'not-assessed'>>> = {
  'event-never-observed': 'never-received',
  'incidents-unheard': 'never-received',
  'never-scanned': 'never-received',
  'not-yet-observed': 'never-received',
  'organization-not-read': 'never-received',
  'state-not-observed': 'never-received',
  'branch-read-no-longer': 'too-old',
  'evidence-stale': 'too-old',
  'baseline-unknown': 'incomplete',
  'commit-unknown': 'incomplete',
  'evidence-incomplete': 'incomplete',
  'findings-not-reported': 'incomplete',
  'interval-start-unknown': 'incomplete',
  'push-incomplete': 'incomplete',
  'release-range-incomplete': 'incomplete',
  'release-range-unknown': 'incomplete',
  'value-missing': 'incomplete',
  'evidence-gap': 'not-delivered',
  'evidence-late': 'not-delivered',
  'source-silent': 'not-delivered',
  'evidence-unverified': 'unproven',
  'asset-not-linked': 'not-linked',
  'assertion-error': 'failed',
  'assessment-failed': 'failed',
  'evaluation-failed': 'failed',
  'not-yet-assessed': 'waiting',
};

const notApplicable: Partial<Record<ReasonCode, Why<'not-applicable'>>> = {
  'does-not-apply': 'other-assets',
  'no-open-finding': 'nothing-to-assess',
  'no-risk-accepted': 'nothing-to-assess',
  'none-observed': 'nothing-to-assess',
  'nothing-runs': 'nothing-to-assess',
  'population-empty': 'nothing-to-assess',
};

/** Controls of one status with the same kind of reason. */
export type WhyGroup = { why: Why; controls: ControlResultView[] };

/** Controls of a status by kind of reason, the largest group first, each in the order of codes. */
export function groupByWhy(
  results: readonly ControlResultView[],
  status: OpenStatus,
): WhyGroup[] {
  const ofStatus = results
    .filter(one => one.status === status)
    .sort((one, other) => one.control.code.localeCompare(other.control.code));
  return WHYS[status]
    .map(why => ({
      why,
      controls: ofStatus.filter(one => findWhy(one, status) === why),
    }))
    .filter(({ controls }) => controls.length > 0)
    .sort((one, other) => other.controls.length - one.controls.length);
}

function findWhy({ reason }: ControlResultView, status: OpenStatus): Why {
  const code = reason.code as ReasonCode;
  return status === 'not-assessed'
    ? notAssessed[code] ?? 'unclear'
    : notApplicable[code] ?? 'other';
}
