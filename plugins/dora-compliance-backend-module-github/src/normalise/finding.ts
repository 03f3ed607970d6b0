import {
  commitSubject,
  type Instant,
  type Predicate,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  Commit,
  toIdentity,
  type Repository,
  repositorySubject,
  unknownIdentity,
  type User,
} from './fields';

type Finding = Predicate<'security-finding-changed'>;

/** What an alert of any kind reports about a finding. */
type Alert = Pick<
  Finding,
  'tool' | 'kind' | 'finding' | 'severity' | 'state'
> & {
  reason?: string | null;
  /** Null for an account that was deleted. */
  changedBy?: User | null;
  openedAt?: Instant | null;
  changedAt: Instant;
  commit?: string | null;
};

/** What the action of an alert makes of its finding; others change nothing. */
export function stateAfter(action: string): Finding['state'] | undefined {
  switch (action) {
    case 'created':
    case 'create':
    case 'reopened':
    case 'reopen':
    case 'reopened_by_user':
    case 'auto_reopened':
    case 'reintroduced':
      return 'open';
    case 'fixed':
    case 'resolve':
      return 'fixed';
    case 'dismissed':
    case 'dismiss':
    case 'auto_dismissed':
    case 'closed_by_user':
      return 'dismissed';
    default:
      return undefined;
  }
}

/** A severity in our words; GitHub's older alerts say moderate. */
export function toSeverity(told: string | null | undefined) {
  switch (told) {
    case 'critical':
    case 'high':
    case 'medium':
    case 'low':
      return told;
    case 'moderate':
      return 'medium';
    default:
      return 'unknown';
  }
}

export function findingChanged(
  repository: Repository,
  alert: Alert,
): Statement {
  const { tool, kind, finding, severity, state, changedBy, changedAt } = alert;
  // Zeros and nothing stand where an alert is of no commit.
  const commit = Commit.safeParse(alert.commit).data;
  return {
    type: 'security-finding-changed',
    subjects: [
      repositorySubject(repository),
      ...(finding.url ? [{ kind: 'finding' as const, uri: finding.url }] : []),
      ...(commit && !/^0+$/.test(commit) ? [commitSubject(commit)] : []),
    ],
    predicate: {
      tool,
      kind,
      finding,
      severity,
      state,
      ...(alert.reason && { reason: alert.reason }),
      ...(changedBy !== undefined && {
        changedBy: changedBy
          ? toIdentity(changedBy, repository)
          : unknownIdentity(repository),
      }),
      ...(alert.openedAt && { openedAt: alert.openedAt }),
      changedAt,
    },
    observedAt: changedAt,
    sourceId: 'github',
  };
}
