import { useApi } from '@backstage/core-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Alert, Flex, Text } from '@backstage/ui';
import type { ScorecardView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { SaveButton } from '../export/SaveButton';
import { type Translate, useTranslation } from '../translation/useTranslation';
import { NONE, type ScorecardScope } from './ScorecardScope';
import { useScopeName } from './useScopeName';
import styles from './scorecard.module.css';

/** What a scorecard is about, how much of it is counted, and all of it as a file. */
export function ScorecardHeading(props: {
  scope: ScorecardScope;
  view: ScorecardView;
}) {
  const { scope, view } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  return (
    <>
      <div className={styles.heading}>
        <Flex direction="column" gap="1">
          <Text as="h2" variant="title-small" weight="bold">
            <ScopeTitle scope={scope} title={view.title} />
          </Text>
          <Extent scope={scope} view={view} />
        </Flex>
        <SaveButton
          name={`scorecard-${scope.of}`}
          load={() => api.exportScorecard(scope)}
          failed={t('organization.exportFailed')}
          isDisabled={view.assets === 0}
        >
          {t('organization.export')}
        </SaveButton>
      </div>
      {view.isPartial && (
        <Alert
          status="info"
          icon
          title={t('scorecard.readable')}
          description={t('organization.partial')}
        />
      )}
    </>
  );
}

function ScopeTitle(props: {
  scope: ScorecardScope;
  title: string | undefined;
}) {
  const { scope, title } = props;
  const { t } = useTranslation();
  const nameScope = useScopeName();
  if (scope.of === 'organization') {
    return <>{nameScope(scope)}</>;
  }
  const kind = t(`organization.kind.${scope.of}`);
  if (scope.of === 'group' && scope.ref?.startsWith('group:')) {
    return <GroupTitle kind={kind} groupRef={scope.ref} />;
  }
  const name = nameScope({ ...scope, ...(title && { title }) });
  return <>{t('organization.scope', { kind, name })}</>;
}

/** The inventory has no titles of groups: the catalog has. */
function GroupTitle(props: { kind: string; groupRef: string }) {
  const { t } = useTranslation();
  const { primaryTitle } = useEntityPresentation(props.groupRef, {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
  return (
    <>{t('organization.scope', { kind: props.kind, name: primaryTitle })}</>
  );
}

function Extent(props: { scope: ScorecardScope; view: ScorecardView }) {
  const { scope, view } = props;
  const { assets, groups = 1 } = view;
  const { t } = useTranslation();
  const hasGroup = scope.of === 'group' && scope.ref !== NONE;
  if (assets === 0) {
    return (
      <Text>
        {hasGroup ? t('scorecard.nothing') : t('organization.nothing')}
      </Text>
    );
  }
  return (
    <>
      <Text color="secondary">{describeExtent(scope, assets, groups, t)}</Text>
      {view.notInCatalog && <Text>{t('organization.ownerGone')}</Text>}
    </>
  );
}

function describeExtent(
  { of, ref }: ScorecardScope,
  count: number,
  groups: number,
  t: Translate,
): string {
  if (of === 'organization' || of === 'asset') {
    return t('organization.extent.organization', { count });
  }
  if (of === 'criticality') {
    return t('organization.extent.criticality', { count });
  }
  if (ref === NONE && of !== 'domain') {
    return t(`organization.extent.none.${of}`, { count });
  }
  if (of === 'group') {
    return groups === 1
      ? t('scorecard.owned.alone', { count })
      : t('scorecard.owned.within', { count, groups: groups - 1 });
  }
  return t(`organization.extent.${of}`, { count });
}
