import { Container, Flex, Text } from '@backstage/ui';
import type { ActionsView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EntityTitleLink } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useRef } from 'react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { LoadMore } from '../loading/LoadMore';
import list from '../page/list.module.css';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { ActionFilters, nameGroup } from './ActionFilters';
import { ActionItem } from './ActionItem';
import { NoActions } from './NoActions';
import { useActions } from './useActions';
import { useActionsAddress } from './useActionsAddress';

/** Everything that waits for the user and the groups of the user. */
export function ActionsContent() {
  const { t } = useTranslation();
  const address = useActionsAddress();
  const { status, group, asset } = address;
  const { view, pages } = useActions({ status, group, asset });
  const own = useRef<readonly string[]>([]);
  if (view && !group && !asset) {
    own.current = view.owners;
  }
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="4" py="4">
        <Text color="secondary">
          <Intro group={group} asset={asset} /> {t('action.effortNote')}
          {view?.isPartial && ` ${t('scorecard.readable')}`}
        </Text>
        <ActionFilters view={view} owners={own.current} address={address} />
        {pages.error && (
          <Failure what="actions" error={pages.error} onRetry={pages.reload} />
        )}
        {!pages.error && (!view || !pages.items) && (
          <Loading hasHeading blocks={[120, 120, 120]} />
        )}
        {!pages.error && view && pages.items && (
          <>
            <Text as="h2" variant="title-x-small" weight="bold">
              <span role="status">
                {t('action.count', { count: countActions(view, status) })}
              </span>
            </Text>
            {pages.items.length === 0 && (
              <div className={list.item}>
                <NoActions
                  view={view}
                  isNarrowed={Boolean(group ?? asset)}
                  hasStatus={status !== undefined}
                />
              </div>
            )}
            <ul className={list.items} aria-label={t('action.list')}>
              {pages.items.map(action => (
                <ActionItem
                  key={`${action.entityRef} ${action.control.id}`}
                  action={action}
                />
              ))}
            </ul>
            <LoadMore pages={pages} />
          </>
        )}
      </Flex>
    </Container>
  );
}

/** Whose actions are listed. */
function Intro(props: {
  group: string | undefined;
  asset: string | undefined;
}) {
  const { group, asset } = props;
  const { t } = useTranslation();
  if (asset) {
    return (
      <>
        {t('assetAction.intro', {
          asset: <EntityTitleLink entityRef={asset} title={asset} />,
        })}
      </>
    );
  }
  return (
    <>
      {group
        ? t('action.introGroup', { group: nameGroup(group) })
        : t('action.intro')}
    </>
  );
}

function countActions(
  { notSatisfied, notAssessed }: ActionsView,
  status: ReturnType<typeof useActionsAddress>['status'],
): number {
  switch (status) {
    case 'not-satisfied':
      return notSatisfied;
    case 'not-assessed':
      return notAssessed;
    default:
      return notSatisfied + notAssessed;
  }
}
