import { Button } from '@backstage/ui';
import type { LoadedPages } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { ReactNode } from 'react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import styles from './sources.module.css';

/** A list that is loaded page by page, or why there is nothing to see. */
export function PagedList<T>(props: {
  /** What the list has, as the beginning of a sentence. */
  of: string;
  pages: LoadedPages<T>;
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
  /** Shown instead of a list without items. */
  empty: ReactNode;
}) {
  const { of, pages, keyOf, children, empty } = props;
  const { items, error, hasMore, isPending, loadMore, reload } = pages;
  if (error) {
    return <Failure of={of} error={error} onRetry={reload} />;
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
      <ul className={styles.items} aria-label={of}>
        {items.map(item => (
          <li key={keyOf(item)} className={styles.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button variant="secondary" isPending={isPending} onPress={loadMore}>
          Load more
        </Button>
      )}
    </>
  );
}
