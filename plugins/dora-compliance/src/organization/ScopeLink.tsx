import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useEntityAddress } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import {
  addressOfScope,
  type ScorecardScope,
} from '../scorecard/ScorecardScope';
import { useScopeName } from '../scorecard/useScopeName';

/**
 * A part of the organization as a link to its scorecard: that of a group is a tab of
 * its entity page, all others have an address on this page.
 */
export function ScopeLink(props: {
  scope: ScorecardScope & { ref: string };
  title: string | undefined;
  /** What belongs to no part. */
  isNone: boolean;
}) {
  const { scope, title, isNone } = props;
  const nameScope = useScopeName();
  if (scope.of === 'group' && !isNone && scope.ref.startsWith('group:')) {
    return <GroupLink groupRef={scope.ref} />;
  }
  const name = nameScope({ ...scope, ...(title && { title }) });
  return (
    <Link href={addressOfScope(scope)} weight={isNone ? 'regular' : 'bold'}>
      {name}
    </Link>
  );
}

/** The inventory has no titles of groups: the catalog has. */
function GroupLink({ groupRef }: { groupRef: string }) {
  const toAddress = useEntityAddress();
  const { primaryTitle } = useEntityPresentation(groupRef, {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
  return (
    <Link href={`${toAddress(groupRef)}/scorecard`} weight="bold">
      {primaryTitle}
    </Link>
  );
}
