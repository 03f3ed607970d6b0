import type { Predicate } from '@ict-assurance/backstage-plugin-dora-compliance-common';

type Rules = Predicate<'branch-protection-observed'>;

/** What rules of a branch must have. */
export type Baseline = { requiredApprovals: number };

/** How the rules of a branch let something pass that nobody approved. */
export type Weakness =
  | 'not-protected'
  | 'changes-not-required'
  | 'too-few-approvals'
  | 'force-push'
  | 'deletion'
  | 'admins-not-bound'
  | 'bypass';

type Question = {
  weakness: Weakness;
  field: keyof Rules;
  isWeak: (rules: Rules, baseline: Baseline) => boolean;
};

const questions: readonly Question[] = [
  {
    weakness: 'changes-not-required',
    field: 'changesRequired',
    isWeak: ({ changesRequired }) => !changesRequired,
  },
  {
    weakness: 'too-few-approvals',
    field: 'requiredApprovals',
    isWeak: ({ requiredApprovals = 0 }, baseline) =>
      requiredApprovals < baseline.requiredApprovals,
  },
  {
    weakness: 'force-push',
    field: 'allowsForcePush',
    isWeak: ({ allowsForcePush }) => allowsForcePush === true,
  },
  {
    weakness: 'deletion',
    field: 'allowsDeletion',
    isWeak: ({ allowsDeletion }) => allowsDeletion === true,
  },
  {
    weakness: 'admins-not-bound',
    field: 'enforcedForAdmins',
    isWeak: ({ enforcedForAdmins }) => enforcedForAdmins === false,
  },
  {
    weakness: 'bypass',
    field: 'bypass',
    isWeak: ({ bypass = [] }) => bypass.length > 0,
  },
];

/** The weaknesses of rules, and the fields that the source did not report. */
export function findWeaknesses(
  rules: Rules,
  baseline: Baseline,
): { weak: Weakness[]; unknown: string[] } {
  if (!rules.protected) {
    return { weak: ['not-protected'], unknown: [] };
  }
  const isKnown = ({ field }: Question) => rules[field] !== undefined;
  return {
    weak: questions
      .filter(one => isKnown(one) && one.isWeak(rules, baseline))
      .map(({ weakness }) => weakness),
    unknown: questions.filter(one => !isKnown(one)).map(({ field }) => field),
  };
}
