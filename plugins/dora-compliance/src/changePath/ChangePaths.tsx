import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import {
  doraComplianceApiRef,
  useLive,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { LoadMore } from '../loading/LoadMore';
import list from '../page/list.module.css';
import { useTranslation } from '../translation/useTranslation';
import { ChangePathItem } from './ChangePathItem';
import styles from './changePath.module.css';

/** Assets of a page. */
const PAGE = 10;

/**
 * What a business function depends on, why it does, and which pipelines can change it.
 */
export function ChangePaths(props: {
  functionRef: string;
  /** Whether assets and pipelines may be left out that the caller may not read. */
  isPartial: boolean;
}) {
  const { functionRef, isPartial } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const pages = useLive(
    usePages(functionRef, cursor =>
      api.listChangePaths({
        ref: functionRef,
        limit: PAGE,
        ...(cursor && { cursor }),
      }),
    ),
  );
  const { items, error, reload } = pages;
  return (
    <section aria-label={t('changePath.title')} className={styles.section}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('changePath.title')}
      </Text>
      <Text color="secondary">{t('changePath.explained')}</Text>
      {error && <Failure what="changePaths" error={error} onRetry={reload} />}
      {!items && !error && <Loading blocks={[160, 160]} />}
      {items?.length === 0 && <Text>{t('changePath.none')}</Text>}
      {items && items.length > 0 && (
        <ul className={list.items} aria-label={t('changePath.title')}>
          {items.map(path => (
            <ChangePathItem
              key={path.entityRef}
              path={path}
              isPartial={isPartial}
            />
          ))}
        </ul>
      )}
      {!error && <LoadMore pages={pages} />}
    </section>
  );
}
