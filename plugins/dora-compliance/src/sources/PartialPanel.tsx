import { DocumentItem } from './DocumentItem';
import { Nothing } from './Nothing';
import { PagedList } from './PagedList';
import type { PanelProps } from './SourceDetail';
import styles from './sources.module.css';
import { useDocuments } from './useDocuments';

/** Documents some of which could not be read, and what of them. */
export function PartialPanel({ source }: PanelProps) {
  return (
    <div className={styles.panel}>
      <PagedList
        of="Partial documents"
        pages={useDocuments(source, 'partial')}
        keyOf={({ document }) => document.digest}
        empty={
          <Nothing title="No document was read only in part">
            A document shows up here when evidence was made of some of it, and
            the rest could not be read.
          </Nothing>
        }
      >
        {view => <DocumentItem view={view} />}
      </PagedList>
    </div>
  );
}
