import type {
  DocumentCounts,
  SourceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import styles from './sources.module.css';
import { nameSource } from './useSourceTexts';

const COLUMNS = ['received', 'rejected', 'partial', 'waiting'] as const;

/** How many documents came from a source, and what became of them. */
export function DocumentCountsTable({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  if (!source.documents) {
    return <p>{t('source.documentsHidden')}</p>;
  }
  const { lastDay, all } = source.documents;
  return (
    <table
      className={styles.counts}
      aria-label={t('source.documentsOf', { source: nameSource(source, t) })}
    >
      <thead>
        <tr>
          <th scope="col">{t('source.documents')}</th>
          {COLUMNS.map(column => (
            <th key={column} scope="col">
              {t(`source.count.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Counts title={t('source.lastDay')} counts={lastDay} />
        <Counts title={t('source.inTotal')} counts={all} />
      </tbody>
    </table>
  );
}

function Counts(props: { title: string; counts: DocumentCounts }) {
  const { title, counts } = props;
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">{title}</th>
      {COLUMNS.map(column => (
        <td key={column} className={styleFor(column, counts[column])}>
          {t('number', { value: counts[column] })}
        </td>
      ))}
    </tr>
  );
}

function styleFor(column: (typeof COLUMNS)[number], count: number) {
  if (count === 0 || column === 'received' || column === 'waiting') {
    return undefined;
  }
  return column === 'rejected' ? styles.bad : styles.doubtful;
}
