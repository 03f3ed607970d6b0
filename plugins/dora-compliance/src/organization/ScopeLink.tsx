import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { useEntityAddress } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import {
  addressOfScope,
  type ScorecardScope,
} from '../scorecard/ScorecardScope';
import { useScopeName } from '../scorecard/useScopeName';
import { useTranslation } from '../translation/useTranslation';

/**
 * A part of the organization as a link to its scorecard: that of a group is a tab of
 * its entity page, all others have an address on this page.
 */
export function ScopeLink(props: {
  scope: ScorecardScope & { ref: string };
  title: string | undefined;
  /** What belongs to no part. */
  isNone: boolean;
  /** The catalog has no page of it. */
  notInCatalog?: boolean | undefined;
}) {
  const { scope, title, isNone, notInCatalog } = props;
  const { t } = useTranslation();
  const nameScope = useScopeName();
  const isGroup = scope.of === 'group' && scope.ref.startsWith('group:');
  if (isGroup && !isNone && !notInCatalog) {
    return <GroupLink groupRef={scope.ref} />;
  }
  const name = nameScope({ ...scope, ...(title && { title }) });
  return (
    <>
      <Link href={addressOfScope(scope)} weight={isNone ? 'regular' : 'bold'}>
        {name}
      </Link>
      {notInCatalog && (
        <Text as="div" variant="body-small" color="secondary">
          {t('organization.notInCatalog')}
        </Text>
      )}
    </>
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
