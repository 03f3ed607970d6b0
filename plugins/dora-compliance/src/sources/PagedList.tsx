import type { LoadedPages } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { ReactNode } from 'react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { LoadMore } from '../loading/LoadMore';
import type { listMessages } from '../translation/messages/listMessages';
import { useTranslation } from '../translation/useTranslation';
import styles from './sources.module.css';

/** A list that is loaded page by page, or why there is none. */
export function PagedList<T>(props: {
  what: Exclude<keyof typeof listMessages, 'loadMore'>;
  pages: LoadedPages<T>;
  toKey: (item: T) => string;
  children: (item: T) => ReactNode;
  /** Shown instead of a list without items. */
  empty: ReactNode;
}) {
  const { what, pages, toKey, children, empty } = props;
  const { t } = useTranslation();
  const { items, error, hasMore, isPending, loadMore, reload } = pages;
  if (error) {
    return <Failure what={what} error={error} onRetry={reload} />;
  }
  if (!items) {
    return (
      <div className={styles.wide}>
        <Loading blocks={[160]} />
      </div>
    );
  }
  if (items.length === 0) {
    return <>{empty}</>;
  }
  return (
    <>
      <ul className={styles.items} aria-label={t(`list.${what}`)}>
        {items.map(item => (
          <li key={toKey(item)} className={styles.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      <LoadMore pages={{ hasMore, isPending, loadMore }} />
    </>
  );
}
