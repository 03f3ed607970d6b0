import { useApi } from '@backstage/core-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { ActionView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  StatusBadge,
  useLive,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { ActionFacts } from '../actions/ActionFacts';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { useRouteOrNone } from '../page/useRouteOrNone';
import { actionsRouteRef } from '../routes';
import { useTranslation } from '../translation/useTranslation';
import styles from './scoreTab.module.css';
import { useTabAddress } from './useTabAddress';

const SHOWN = 5;

/** The first actions of an asset: the most risk for the least effort comes first. */
export function NextActions({ entityRef }: { entityRef: string }) {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const toActions = useRouteOrNone(actionsRouteRef);
  const { value, error, reload } = useLive(
    useLoaded(entityRef, () =>
      api.listActions({ assetRef: entityRef, limit: SHOWN }),
    ),
  );
  const count = value ? value.notSatisfied + value.notAssessed : 0;
  return (
    <section aria-label={t('assetAction.title')} className={styles.panel}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('assetAction.title')}
      </Text>
      {error && <Failure what="actions" error={error} onRetry={reload} />}
      {!value && !error && <Loading blocks={[96]} />}
      {value?.items.length === 0 && <Text>{t('assetAction.nothing')}</Text>}
      {value && value.items.length > 0 && (
        <>
          <Text variant="body-small" color="secondary">
            {t('assetAction.order')} {t('action.effortNote')}
          </Text>
          <ol className={styles.events}>
            {value.items.map(action => (
              <Action key={action.control.id} action={action} />
            ))}
          </ol>
        </>
      )}
      {toActions && count > 0 && (
        <Link href={`${toActions()}?asset=${encodeURIComponent(entityRef)}`}>
          {t('assetAction.all', { count })}
        </Link>
      )}
    </section>
  );
}

/** What to do; or why it waits, if the control does not say what to do. */
function Action({ action }: { action: ActionView }) {
  const { control, status, reason, advice } = action;
  const { t } = useTranslation();
  const { toControl } = useTabAddress();
  return (
    <li>
      <span className={styles.line}>
        <StatusBadge status={status} />
        <Link href={toControl(control.id)} weight="bold">
          {t('compliance.control', {
            code: control.code,
            title: control.title,
          })}
        </Link>
        <ActionFacts action={action} />
      </span>
      <Text>{advice ?? reason.sentence}</Text>
    </li>
  );
}
