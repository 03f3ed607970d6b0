import type {
  PolicyClauseView,
  PolicyView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The clauses of a policy that nothing enforces, and the others. */
export function splitClauses({ clauses }: Pick<PolicyView, 'clauses'>): {
  unenforced: PolicyClauseView[];
  enforced: PolicyClauseView[];
} {
  return {
    unenforced: clauses.filter(({ controls }) => controls.length === 0),
    enforced: clauses.filter(({ controls }) => controls.length > 0),
  };
}
