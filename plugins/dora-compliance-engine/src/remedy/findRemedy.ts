import {
  type Reason,
  type RemedyRole,
  readReasons,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { byOwner } from './groups';
import type { Remedy } from './Remedy';

/** Who changes the things that assertions are about, by the kind of member. */
const byKind: Readonly<Record<string, RemedyRole>> = {
  branch: 'repository-administrator',
  environment: 'repository-administrator',
  incident: 'incident-manager',
  organization: 'code-host-administrator',
  repository: 'repository-administrator',
};

/** What happened, and can't be changed any more. */
const EVENTS: readonly string[] = ['change', 'deployment', 'interval'];

/** The reason of a finding, also if its risk is accepted. */
export function findCause(reason: Reason): Reason {
  const { finding } = reason.params;
  const [cause] =
    reason.code === 'risk-accepted' ? readReasons(String(finding)) : [];
  return cause ?? reason;
}

/**
 * The remedy for a reason. An assertion says by itself nothing about who can act:
 * that depends on what it is about.
 */
export function findRemedy(
  remedies: Readonly<Record<string, Remedy>>,
  { code, params }: Reason,
): Remedy {
  const kind = String(params.kind ?? 'asset');
  if (code === 'assertion-false') {
    const role = Object.hasOwn(byKind, kind) ? byKind[kind]! : 'asset-owner';
    return EVENTS.includes(kind)
      ? { who: [role, 'risk-function'], isPast: true }
      : { who: [role] };
  }
  return Object.hasOwn(remedies, code) ? remedies[code]! : byOwner;
}
