import { Link, Text } from '@backstage/ui';
import { useLive } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { useRouteOrNone } from '../page/useRouteOrNone';
import list from '../page/list.module.css';
import { actionsRouteRef } from '../routes';
import { useTranslation } from '../translation/useTranslation';
import { ActionItem } from './ActionItem';
import styles from './actions.module.css';
import { NoActions } from './NoActions';
import { useActions } from './useActions';

/** How many actions fit beside other parts of a page. */
const FIRST = 3;

/** What a group should do first: what ends the most risk for the least effort. */
export function FirstActions({ group }: { group: string }) {
  const { t } = useTranslation();
  const { view, pages } = useActions({ group, limit: FIRST });
  const { items, error, reload } = useLive(pages);
  const toActions = useRouteOrNone(actionsRouteRef);
  if (error) {
    return <Failure what="actions" error={error} onRetry={reload} />;
  }
  if (!view || !items) {
    return <Loading blocks={[120]} />;
  }
  const count = view.notSatisfied + view.notAssessed;
  return (
    <section className={styles.first} aria-label={t('action.first')}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('action.first')}
      </Text>
      {items.length === 0 ? (
        <NoActions view={view} isNarrowed />
      ) : (
        <ul className={list.items}>
          {items.slice(0, FIRST).map(action => (
            <ActionItem
              key={`${action.entityRef} ${action.control.id}`}
              action={action}
            />
          ))}
        </ul>
      )}
      {toActions && count > FIRST && (
        <Link href={`${toActions()}?group=${encodeURIComponent(group)}`}>
          {t('action.allOfGroup', { count })}
        </Link>
      )}
    </section>
  );
}
