import { Link, Text } from '@backstage/ui';
import type {
  ActionsView,
  ActionView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  EntityTitleLink,
  StatusBadge,
  useEntityAddress,
  useLive,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { ActionFacts } from '../actions/ActionFacts';
import { NoActions } from '../actions/NoActions';
import { useActions } from '../actions/useActions';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { useRouteOrNone } from '../page/useRouteOrNone';
import { actionsRouteRef } from '../routes';
import { addressOfResult } from '../scorecard/addressOfResult';
import { useTranslation } from '../translation/useTranslation';
import { HomeSurface } from './HomeCard';
import styles from './home.module.css';

/** Actions that are listed; the page has all of them. */
const SHOWN = 5;

/** What to do first, of everything that waits for the user, on the home page. */
export function MyActions() {
  const { view, pages } = useActions({ limit: SHOWN });
  const { error, reload } = useLive(pages);
  return (
    <HomeSurface>
      {error && <Failure what="actions" error={error} onRetry={reload} />}
      {!view && !error && <Loading blocks={[24, 48, 48]} />}
      {view && !error && <Actions view={view} />}
    </HomeSurface>
  );
}

function Actions({ view }: { view: ActionsView }) {
  const { t } = useTranslation();
  const page = useRouteOrNone(actionsRouteRef)?.();
  const { notSatisfied, notAssessed, items } = view;
  const count = notSatisfied + notAssessed;
  if (count === 0) {
    return <NoActions view={view} />;
  }
  return (
    <>
      <Text>
        {t('home.actions.summary', {
          actions: t('action.count', { count }),
          what: t('joined', {
            parts: [
              t('compliance.count.not-satisfied', { amount: notSatisfied }),
              t('compliance.count.not-assessed', { amount: notAssessed }),
            ],
          }),
        })}
      </Text>
      <ul className={styles.items} aria-label={t('action.list')}>
        {items.slice(0, SHOWN).map(action => (
          <Action
            key={`${action.entityRef} ${action.control.id}`}
            action={action}
          />
        ))}
      </ul>
      {page !== undefined && <Link href={page}>{t('action.more')}</Link>}
    </>
  );
}

function Action({ action }: { action: ActionView }) {
  const { control, entityRef, title, status } = action;
  const { t } = useTranslation();
  const toAddress = useEntityAddress();
  return (
    <li className={styles.item}>
      <StatusBadge status={status} />
      <Link href={addressOfResult(toAddress(entityRef), control.id)}>
        {t('action.control', { code: control.code, title: control.title })}
      </Link>
      <EntityTitleLink entityRef={entityRef} title={title} />
      <ActionFacts action={action} />
    </li>
  );
}
