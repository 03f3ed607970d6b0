import {
  type PolicyClauseView,
  type PolicyView,
  readEntityRef,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import type { Reader } from '../../permissions/Reader';
import type { Policy } from './policySettings';

/**
 * Policies as they are shown to a reader, each with the clauses first that nothing
 * enforces. Nothing depends on assets; an owner that the reader may not read is left out.
 */
export async function describePolicies(
  policies: readonly Policy[],
  { controls, reader }: { controls: ControlCatalogue; reader: Reader },
): Promise<PolicyView[]> {
  const owners = policies.map(({ owner }) =>
    readEntityRef(owner, 'group', 'default'),
  );
  const isReadable = await reader.readable(
    owners.flatMap(owner => owner ?? []),
  );
  return policies.map(({ owner, clauses, ...policy }, place) => {
    const ownerRef = owners[place];
    const described = clauses.map(one => describeClause(one, controls));
    return {
      ...policy,
      ...(ownerRef && isReadable(ownerRef) && { ownerRef }),
      clauses: [
        ...described.filter(one => !isEnforced(one)),
        ...described.filter(isEnforced),
      ],
    };
  });
}

function isEnforced(clause: PolicyClauseView): boolean {
  return clause.controls.length > 0;
}

function describeClause(
  clause: Policy['clauses'][number],
  installed: ControlCatalogue,
): PolicyClauseView {
  const found = clause.controls.map(id => installed.get(id)?.control);
  return {
    id: clause.id,
    text: clause.text,
    controls: found.flatMap(control =>
      control
        ? [{ id: control.id, code: control.code, title: control.title }]
        : [],
    ),
    notInstalled: clause.controls.filter(id => !installed.has(id)),
  };
}
